package dev.charmsignals.hooktools;

import org.jspecify.annotations.Nullable;

/**
 * A status as Juju reports it.
 *
 * @param status the word, such as {@code active}; one that Juju sets itself is possible too
 * @param message the text next to it; may be empty
 */
public record ReportedStatus(String status, String message) {

  // By hand: a record's own are put together at their first call, which takes longer than a hook.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReportedStatus reported
        && status.equals(reported.status)
        && message.equals(reported.message);
  }

  @Override
  public int hashCode() {
    return 31 * status.hashCode() + message.hashCode();
  }
}
