package dev.charmsignals.packing.yaml;

/**
 * Where something stands in a file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(int line, int column) {

  /** The beginning of a file, for what is missing in it. */
  public static final Place START = new Place(1, 1);
}
