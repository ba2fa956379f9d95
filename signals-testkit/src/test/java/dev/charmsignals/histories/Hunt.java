package dev.charmsignals.histories;

import java.util.Optional;

/** Looks for a broken promise; the way into the classes of a {@code FaultyLoader}. */
public final class Hunt {

  private Hunt() {}

  /** Returns which seed broke what, and after how many histories, or the empty string. */
  public static String hunt(long first, long count) {
    Search search = new Search(first, count, () -> true);
    Optional<Verdict> found = search.run();
    return found
        .map(
            verdict ->
                "with seed %d, after %d histories: %s"
                    .formatted(
                        verdict.history().seed(),
                        search.tally().histories(),
                        verdict.violations().get(0)))
        .orElse("");
  }
}
