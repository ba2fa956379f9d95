package dev.charmsignals.histories;

import java.util.stream.Collectors;

/** Writes a failing history down for a person, as short as it can be made. */
final class FailingHistory {

  private FailingHistory() {}

  /** Shrinks the history and returns its text, what it broke and what happened in it. */
  static String describe(Verdict failing) {
    Verdict shortest = Shrinker.shrink(failing);
    String violations =
        shortest.violations().stream().map(Violation::toString).collect(Collectors.joining("\n"));
    return """
        A promise was broken:
        %s

        The shortest history that breaks it (found with seed %d); to run it again, save these lines
        in a file and run scripts/soak --replay <file>:

        %s
        What happened in it:

        %s"""
        .formatted(
            violations, failing.history().seed(), shortest.history().text(), shortest.timeline());
  }
}
