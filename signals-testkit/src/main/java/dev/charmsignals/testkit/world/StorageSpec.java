package dev.charmsignals.testkit.world;

/**
 * A storage that a charm declares.
 *
 * @param name its name, such as {@code data}
 * @param kind {@code block} or {@code filesystem}
 * @param location where the charm wants it; empty if Juju may choose
 * @param least how many every unit has from the beginning
 * @param most how many a unit may have; -1 for any number
 */
public record StorageSpec(String name, String kind, String location, int least, int most) {

  /** More than any cloud attaches to a unit, and few enough to be made here. */
  private static final int MANY = 10_000;

  boolean allows(long count) {
    return count <= limit();
  }

  /** Returns how many a unit may have in this world, where no number is endless. */
  int limit() {
    return most < 0 ? MANY : most;
  }
}
