package dev.charmsignals.histories;

/**
 * Something that must not be.
 *
 * @param promise which promise is broken, such as {@code I1 no loss}
 * @param what what was seen
 */
record Violation(String promise, String what) {

  @Override
  public String toString() {
    return promise + ": " + what;
  }
}
