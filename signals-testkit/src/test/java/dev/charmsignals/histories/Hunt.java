package dev.charmsignals.histories;

/** Looks for a broken promise; the way into the classes of a {@code FaultyLoader}. */
public final class Hunt {

  private Hunt() {}

  /**
   * Returns which history broke a promise and how, or the empty string.
   *
   * @param promise the promise's number, such as {@code I1}
   */
  public static String hunt(long first, long count, String promise) {
    for (long seed = first; seed < first + count; seed++) {
      for (Violation violation : Verdict.of(HistoryGenerator.of(seed)).violations()) {
        if (violation.promise().startsWith(promise + " ")) {
          return "with seed " + seed + ": " + violation;
        }
      }
    }
    return "";
  }
}
