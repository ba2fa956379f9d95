package dev.charmsignals.histories;

import java.util.ArrayList;
import java.util.List;

/** Makes a failing history short: takes steps away as long as the same promise stays broken. */
final class Shrinker {

  private Shrinker() {}

  /** Returns the shortest verdict found that breaks the first promise that this one breaks. */
  static Verdict shrink(Verdict failing) {
    String promise = failing.violations().get(0).promise();
    Verdict shortest = failing;
    int piece = Math.max(1, failing.history().steps().size() / 2);
    while (true) {
      Verdict shorter = without(shortest, piece, promise);
      boolean found = shorter != shortest;
      shortest = shorter;
      if (piece == 1 && !found) {
        return shortest;
      }
      piece = found ? Math.min(piece, Math.max(1, size(shortest) / 2)) : Math.max(1, piece / 2);
    }
  }

  private static int size(Verdict verdict) {
    return verdict.history().steps().size();
  }

  /** Takes away pieces of so many steps wherever the promise stays broken. */
  private static Verdict without(Verdict failing, int piece, String promise) {
    Verdict shortest = failing;
    int from = size(shortest) - piece;
    while (from >= 0) {
      List<Step> steps = new ArrayList<>(shortest.history().steps());
      steps.subList(from, from + piece).clear();
      Verdict candidate = Verdict.of(shortest.history().with(steps));
      if (candidate.violations().stream().anyMatch(each -> each.promise().equals(promise))) {
        shortest = candidate;
      }
      from = Math.min(from - piece, size(shortest) - piece);
    }
    return shortest;
  }
}
