package dev.charmsignals.charm;

import dev.charmsignals.hooktools.HookTransport;
import dev.charmsignals.hooktools.HookTransports;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entry point of a charm's process, called by its {@code main}.
 *
 * <p>{@code dispatch} starts it for every hook: {@code exec java -Xrs ... MyCharm}.
 */
public final class CharmMain {

  /** What a rehearsal says instead of Juju; null in a charm's process. */
  private static @Nullable Map<String, String> rehearsed;

  private CharmMain() {}

  /**
   * Runs the hook that Juju started this process for, and ends the process with its status: call it
   * last in {@code main}. After a hook that succeeded it returns, if nothing else keeps the process
   * alive.
   */
  public static void run(CharmFactory factory) {
    Map<String, String> environment = rehearsed;
    if (environment != null) {
      HookRun.construct(factory, setting(environment));
      return;
    }
    int status = 1;
    try {
      status = run(factory, System.getenv());
    } finally {
      // Whatever failed, the process ends: Juju would wait for it for ever (contract §1.8). Only
      // where it must be said, since from JDK 21 on System.exit looks for a logger that might want
      // to know, in every jar, which takes longer than the hook.
      if (status != 0 || othersRun()) {
        System.exit(status);
      }
    }
  }

  /**
   * Has {@link #run} do nothing but construct the charm, in a process that rehearses without Juju.
   *
   * @param environment what a hook would find in its environment
   */
  public static void rehearse(Map<String, String> environment) {
    rehearsed = Map.copyOf(environment);
  }

  /** Whether the process would go on without this thread. */
  private static boolean othersRun() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    for (ThreadGroup above = all; above != null; above = above.getParent()) {
      all = above;
    }
    Thread[] threads = new Thread[all.activeCount() + 1];
    int count = all.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
        return true;
      }
    }
    return count == threads.length; // there may be more than there was room for
  }

  /**
   * Runs a hook and returns the exit status for its process, which should end then: that closes the
   * connection to the agent.
   *
   * @param environment what Juju says about the hook
   */
  public static int run(CharmFactory factory, Map<String, String> environment) {
    Map<String, String> onStage = rehearsed;
    if (onStage != null) {
      HookRun.construct(factory, setting(onStage));
      return 0;
    }
    if (DebugProcess.isWanted(environment)) {
      return DebugProcess.run();
    }
    DebugProcess.endWithParent();
    try {
      return HookRun.run(factory, setting(environment));
    } catch (RuntimeException | Error failure) {
      LastResort.write(FailureReport.text(FailureReport.HEADLINE, failure));
      return 1;
    }
  }

  private static HookSetting setting(Map<String, String> environment) {
    // Never closed here: the agent waits for open connections (contract §1.8), which the end of the
    // process closes, and what Java does to close a channel takes a hook milliseconds.
    HookTransport transport = HookTransports.choose(environment, Path.of("").toAbsolutePath());
    return new HookSetting(
        environment, charmDirectory(environment), transport, Clock.systemUTC(), new RandomIds());
  }

  private static Path charmDirectory(Map<String, String> environment) {
    String named = environment.getOrDefault("JUJU_CHARM_DIR", "");
    return Path.of(named.isEmpty() ? environment.getOrDefault("CHARM_DIR", "") : named)
        .toAbsolutePath();
  }
}
