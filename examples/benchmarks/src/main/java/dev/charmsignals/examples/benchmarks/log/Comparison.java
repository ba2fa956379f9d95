package dev.charmsignals.examples.benchmarks.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Times of the same work done in two ways, round by round.
 *
 * @param ours nanoseconds of ours, one number for each round
 * @param plain nanoseconds of what it is compared with, in the same rounds
 */
record Comparison(List<Double> ours, List<Double> plain) {

  double nanoseconds() {
    return median(ours);
  }

  double plainNanoseconds() {
    return median(plain);
  }

  /** The median of the ratios, which a round with a busy neighbour does not move. */
  double ratio() {
    return median(ratios());
  }

  double lowest() {
    return Collections.min(ratios());
  }

  double highest() {
    return Collections.max(ratios());
  }

  private List<Double> ratios() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / plain.get(i));
    }
    return ratios;
  }

  private static double median(List<Double> numbers) {
    List<Double> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
