package dev.charmsignals.testkit.world;

/** What became of a hook. */
public enum HookOutcome {
  /** It succeeded and its writes were accepted. */
  COMMITTED,
  /** The charm has no program for it, so there was nothing to run. */
  MISSING,
  /** An operator resolved it without a retry. */
  SKIPPED,
  /** It failed: nothing was written. */
  FAILED,
  /** It succeeded, but the controller refused its writes. */
  REFUSED,
  /** It was killed: nothing was written, and it is queued again. */
  TERMINATED,
  /** The agent died before the commit. */
  CRASHED_BEFORE_COMMIT,
  /** The agent died after the commit, so the hook comes again although its writes are there. */
  CRASHED_AFTER_COMMIT;

  /** Returns whether others can see what the hook wrote. */
  public boolean committed() {
    return this == COMMITTED || this == CRASHED_AFTER_COMMIT;
  }
}
