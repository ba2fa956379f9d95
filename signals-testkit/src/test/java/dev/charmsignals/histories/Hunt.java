package dev.charmsignals.histories;

import java.util.Optional;

/** Looks for a broken promise; the way into the classes of a {@code FaultyLoader}. */
public final class Hunt {

  private Hunt() {}

  /** Returns what was broken first and after how many histories, or the empty string. */
  public static String hunt(long first, long count) {
    Search search = new Search(first, count, () -> true);
    Optional<Verdict> found = search.run();
    return found
        .map(
            verdict ->
                "%s, after %d histories"
                    .formatted(verdict.violations().get(0), search.tally().histories()))
        .orElse("");
  }
}
