package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class HookPrinterTest {

  @SimulatedJujuTest
  void printsOneLineForEachHook(SimulatedJuju juju) {
    juju.deploy("installer", BothCharms.INSTALLER);
    juju.deploy("panel", BothCharms.PANEL);
    juju.integrate("installer:channel", "panel:channel");
    juju.settle();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    juju.watch(new HookPrinter(new PrintStream(printed, true, StandardCharsets.UTF_8))::print);

    juju.application("installer").config("fail", true);
    juju.settle();

    int number = juju.hooks().size();
    String spaces = " ".repeat(25);
    assertEquals(
        List.of(
            "  %d  installer/0  config-changed%s".formatted(number - 1, spaces)
                + "read panel/0, installer/0; wrote bork 2, ack; status blocked disk full",
            "  %d  panel/0      channel-relation-changed installer/0   ".formatted(number)
                + "read installer/0; heard bork 2; status blocked installer/0: disk full"),
        printed.toString(StandardCharsets.UTF_8).lines().toList());
  }
}
