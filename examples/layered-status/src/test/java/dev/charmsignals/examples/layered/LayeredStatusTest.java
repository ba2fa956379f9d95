package dev.charmsignals.examples.layered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookRecord;
import java.nio.file.Path;
import java.util.List;

class LayeredStatusTest {

  private static final CharmUnderTest LAYERED =
      CharmUnderTest.inProcess(LayeredCharm::new, Path.of("."));

  @SimulatedJujuTest
  void isBlockedWithoutItsConfig(SimulatedJuju juju) {
    juju.deploy("layered", LAYERED);
    juju.settle();

    assertEquals(List.of("active set up", "blocked missing required-config"), sent(juju));
  }

  @SimulatedJujuTest
  void showsItsProgressAndThenThatItIsReady(SimulatedJuju juju) {
    juju.deploy("layered", LAYERED);
    juju.application("layered").config("required-config", "yes");
    juju.settle();

    assertEquals(
        List.of("active set up", "maintenance installing foo", "active foo is ready"), sent(juju));
  }

  @SimulatedJujuTest
  void showsWhatALayerWaitsForRatherThanThatTheCharmIsReady(SimulatedJuju juju) {
    juju.deploy("layered", LAYERED);
    juju.application("layered").config("required-config", "yes").config("tls", true);
    juju.settle();

    assertEquals(
        List.of("active set up", "maintenance installing foo", "waiting for certificates"),
        sent(juju));
  }

  @SimulatedJujuTest
  void leavesWhatIsShownWhenNobodySaysAnything(SimulatedJuju juju) {
    juju.deploy("layered", LAYERED);
    juju.application("layered").config("required-config", "yes");
    juju.settle();
    juju.unit("layered/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of("active set up", "maintenance installing foo", "active foo is ready"), sent(juju));
  }

  private static List<String> sent(SimulatedJuju juju) {
    return juju.unit("layered/0").hooks().stream()
        .map(HookRecord::commands)
        .flatMap(List::stream)
        .filter(command -> command.command().equals("status-set"))
        .map(CommandRecord::arguments)
        .map(words -> String.join(" ", words.subList(words.indexOf("--") + 1, words.size())))
        .toList();
  }
}
