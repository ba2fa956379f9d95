package dev.charmsignals.charm;

import dev.charmsignals.hooktools.HookTransport;
import dev.charmsignals.hooktools.HookTransports;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The entry point of a charm's process, called by its {@code main}.
 *
 * <p>{@code dispatch} starts it for every hook: {@code exec java -Xrs ... MyCharm}.
 */
public final class CharmMain {

  private CharmMain() {}

  /** Runs the hook that Juju started this process for, and exits with its status. */
  public static void run(CharmFactory factory) {
    System.exit(status(factory, System.getenv()));
  }

  private static int status(CharmFactory factory, Map<String, String> environment) {
    if (DebugProcess.isWanted(environment)) {
      return DebugProcess.run();
    }
    DebugProcess.endWithParent();
    Path charmDirectory = charmDirectory(environment);
    // Closed before the exit, because the agent waits for open connections (contract §1.8).
    try (HookTransport transport =
        HookTransports.choose(environment, Path.of("").toAbsolutePath())) {
      return HookRun.run(
          factory,
          new HookSetting(
              environment, charmDirectory, transport, Clock.systemUTC(), new RandomIds()));
    } catch (RuntimeException failure) {
      LastResort.write(FailureReport.text(FailureReport.HEADLINE, failure));
      return 1;
    }
  }

  private static Path charmDirectory(Map<String, String> environment) {
    String named = environment.getOrDefault("JUJU_CHARM_DIR", "");
    return Path.of(named.isEmpty() ? environment.getOrDefault("CHARM_DIR", "") : named)
        .toAbsolutePath();
  }
}
