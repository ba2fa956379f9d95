package dev.charmsignals.examples.benchmarks;

/**
 * What some hooks did.
 *
 * @param hooks how many there were
 * @param bytesRead how many bytes of keys and values the databags had that they read
 */
record Tally(int hooks, long bytesRead) {

  static final Tally NOTHING = new Tally(0, 0);

  Tally plus(long bytes) {
    return new Tally(hooks + 1, bytesRead + bytes);
  }

  double hooksPer(int signals) {
    return (double) hooks / signals;
  }

  double kibibytesPer(int signals) {
    return bytesRead / 1024.0 / signals;
  }
}
