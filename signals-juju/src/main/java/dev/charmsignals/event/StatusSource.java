package dev.charmsignals.event;

/** Whose status is collected; obtained from {@link Events} and handed to observe. */
public enum StatusSource {
  /** This unit's. */
  UNIT,
  /** Its application's, which the leader alone collects. */
  APPLICATION
}
