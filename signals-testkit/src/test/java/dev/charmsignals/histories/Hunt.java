package dev.charmsignals.histories;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for broken promises; the way into the classes of a {@code FaultyLoader}. What goes in and
 * what comes out are classes of the JDK, which every loader has in common.
 */
public final class Hunt {

  private Hunt() {}

  /**
   * Returns the first history that broke a promise: its seed, and how.
   *
   * @param promise the promise's number, such as {@code I1}
   */
  public static Optional<Map.Entry<Long, String>> hunt(long first, long count, String promise) {
    for (long seed = first; seed < first + count; seed++) {
      for (Violation violation : Verdict.of(HistoryGenerator.of(seed)).violations()) {
        if (violation.promise().startsWith(promise + " ")) {
          return Optional.of(Map.entry(seed, violation.toString()));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what is printed of the history of a seed that breaks a promise. */
  public static String describe(long seed) {
    return FailingHistory.describe(Verdict.of(HistoryGenerator.of(seed)));
  }

  /** Returns the promises that a history breaks, as {@link #describe} has printed it. */
  public static List<String> replay(String text) {
    return Verdict.of(History.parse(text)).violations().stream().map(Violation::promise).toList();
  }
}
