package dev.charmsignals.testkit.world;

/** How an action ended. */
public enum ActionStatus {
  /** Its program succeeded, and its writes were accepted. */
  COMPLETED,
  /** It said that it failed, or its program or its commit did. */
  FAILED,
  /** It never started, because of its parameters. */
  ERROR
}
