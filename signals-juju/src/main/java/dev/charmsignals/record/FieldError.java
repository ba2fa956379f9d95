package dev.charmsignals.record;

/**
 * One thing that keeps a map from becoming a record. Quotes no value.
 *
 * @param key the key it is about; empty when it is about all of them
 * @param expected what the key should hold, such as {@code a whole number}; may be empty
 * @param problem what is wrong, such as {@code is missing}
 */
public record FieldError(String key, String expected, String problem) {

  /** Returns it as a sentence without its full stop. */
  @Override
  public String toString() {
    return key.isEmpty() ? problem : key + " " + problem;
  }
}
