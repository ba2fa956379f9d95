package dev.charmsignals.testkit.world;

/** What a test makes go wrong with a hook, whatever the charm does. */
public enum Fault {
  /** The hook runs and then exits with status 1. */
  FAIL,
  /** The agent dies when the hook has ended and before the controller hears of it. */
  CRASH_BEFORE_COMMIT,
  /** The agent dies after the controller accepted the writes and before it noted that. */
  CRASH_AFTER_COMMIT,
  /** The hook's process is killed with SIGTERM at its end, and queued again. */
  TERMINATE,
  /** The controller refuses the commit. */
  REFUSE_COMMIT
}
