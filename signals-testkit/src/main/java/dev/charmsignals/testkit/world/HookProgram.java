package dev.charmsignals.testkit.world;

/**
 * One unit's copy of a charm, which can run a hook: in this process or as another.
 *
 * <p>Called by the world, one hook of one unit at a time.
 */
@FunctionalInterface
public interface HookProgram {

  /** Runs a hook to its end and tells how it ended; what it wrote is committed afterwards. */
  HookExit run(RunningHook hook);

  /** Returns whether its hooks are processes, which a test can have killed. */
  default boolean startsProcesses() {
    return false;
  }
}
