package dev.charmsignals.packing.yaml;

import java.util.Comparator;

/**
 * Something in a file that its author has to change.
 *
 * @param place where it is
 * @param text what is wrong, the value, and a right one
 */
public record Mistake(Place place, String text) {

  /** The order of the file. */
  static final Comparator<Mistake> IN_ORDER =
      Comparator.comparingInt((Mistake mistake) -> mistake.place().line())
          .thenComparingInt(mistake -> mistake.place().column());
}
