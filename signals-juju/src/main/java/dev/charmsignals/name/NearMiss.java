package dev.charmsignals.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant; loaded only for an error message. */
public final class NearMiss {

  private NearMiss() {}

  /** Returns the nearest name within a third of the length in edits, or null. */
  public static @Nullable String nearest(String name, List<String> candidates) {
    String best = null;
    int least = Math.max(1, name.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Counts insertions, deletions, replacements and swaps of neighbours, ignoring case. */
  static int distance(String left, String right) {
    int[][] table = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        table[i][j] = i == 0 ? j : j == 0 ? i : cheapest(table, left, right, i, j);
      }
    }
    return table[left.length()][right.length()];
  }

  private static int cheapest(int[][] table, String left, String right, int i, int j) {
    boolean same = at(left, i) == at(right, j);
    int least = table[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && at(left, i) == at(right, j - 1) && at(left, i - 1) == at(right, j);
    return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }

  private static char at(String text, int position) {
    return Character.toLowerCase(text.charAt(position - 1));
  }
}
