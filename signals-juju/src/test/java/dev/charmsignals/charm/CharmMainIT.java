package dev.charmsignals.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.fake.FakeHook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts charms as processes that find no agent, so that all they say goes to standard error. */
class CharmMainIT {

  private static final String LOG_REFUSED =
      "The Juju log refused to take that: dev.charmsignals.hooktools.HookToolException:"
          + " juju-log could not be run: it could not be started";

  @Test
  void exitsWithZeroAfterAHookThatNobodyObserves() throws Exception {
    assertEquals(new Ending(0, List.of()), start(FakeHook.lifecycle("start")));
  }

  @Test
  void takesStandardErrorAsTheLastResort() throws Exception {
    assertEquals(
        new Ending(
            1,
            List.of(
                "The hook failed; nothing of it is committed: java.io.IOException: disk full",
                LOG_REFUSED)),
        start(FakeHook.lifecycle("install")));
  }

  @Test
  void tellsWhoRunsAnActionWhyItFails(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("metadata.yaml"), "name: failing\n");
    Files.writeString(directory.resolve("actions.yaml"), "backup:\n  description: Fails.\n");
    Map<String, String> environment = FakeHook.lifecycle("");
    environment.put("JUJU_DISPATCH_PATH", "actions/backup");
    environment.put("JUJU_ACTION_NAME", "backup");
    environment.put("JUJU_ACTION_UUID", "4");
    environment.put("JUJU_CHARM_DIR", directory.toString());
    environment.put("WITH_ACTION", "yes");

    assertEquals(
        new Ending(
            1,
            List.of(
                "The hook failed; nothing of it is committed: java.io.IOException: disk full",
                LOG_REFUSED,
                "Action \"backup\" failed: java.io.IOException: disk full",
                "Nothing of it is committed; \"juju debug-log\" shows the stack trace")),
        start(environment));
  }

  @Test
  void saysThatItWasNotStartedByJuju() throws Exception {
    assertEquals(
        new Ending(
            1,
            List.of(
                "The hook failed; nothing of it is committed:"
                    + " dev.charmsignals.hook.EnvironmentException: JUJU_DISPATCH_PATH is not set,"
                    + " so no hook is named; Juju sets it to \"hooks/install\", for example",
                LOG_REFUSED)),
        start(Map.of()));
  }

  private static Ending start(Map<String, String> environment) throws Exception {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FailingCharm.class.getName());
    command.environment().clear();
    command.environment().putAll(environment);
    command.environment().put("CHARM_SIGNALS_TRANSPORT", "exec");
    command.redirectErrorStream(true);
    Process process = command.start();
    process.getOutputStream().close();
    List<String> said = new ArrayList<>();
    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith(" "))
        .forEach(said::add);
    return new Ending(process.waitFor(), said);
  }

  /** How a process ended, and what it said, without the lines of stack traces. */
  private record Ending(int status, List<String> said) {}

  /** Observes install, and fails in it. */
  static final class FailingCharm extends Charm {

    private FailingCharm(CharmContext context) {
      super(context);
      observe(on().install(), event -> fail());
      if (context.environment().variable("WITH_ACTION").isPresent()) {
        observe(on().action("backup"), event -> fail());
      }
    }

    private static void fail() throws IOException {
      throw new IOException("disk full");
    }

    public static void main(String[] arguments) {
      CharmMain.run(FailingCharm::new);
    }
  }
}
