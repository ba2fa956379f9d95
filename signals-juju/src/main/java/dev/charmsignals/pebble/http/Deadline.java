package dev.charmsignals.pebble.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long something may take: all of it, each step of it, or for ever. Immutable. */
public final class Deadline {

  private static final Deadline NEVER = new Deadline(null, false);

  private final @Nullable Duration limit;
  private final boolean eachStep;
  private final long begun = System.nanoTime();

  private Deadline(@Nullable Duration limit, boolean eachStep) {
    this.limit = limit;
    this.eachStep = eachStep;
  }

  /** Ends that long from now. */
  public static Deadline after(Duration limit) {
    return new Deadline(limit, false);
  }

  /** Begins anew whenever something arrives or leaves: for what may be large. */
  public static Deadline eachStep(Duration limit) {
    return new Deadline(limit, true);
  }

  /** Has no end: whoever waits is woken by closing the connection. */
  public static Deadline never() {
    return NEVER;
  }

  /** Returns the reading of {@link System#nanoTime} at which a step that begins now must end. */
  long endOfStep() {
    if (limit == null) {
      return Long.MAX_VALUE;
    }
    return (eachStep ? System.nanoTime() : begun) + limit.toNanos();
  }

  boolean isNever() {
    return limit == null;
  }
}
