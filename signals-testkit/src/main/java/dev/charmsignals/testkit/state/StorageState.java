package dev.charmsignals.testkit.state;

/**
 * A storage that is attached to the unit.
 *
 * @param name as the charm declares it
 * @param index which one of that name
 * @param location its device or directory; empty for a directory that is made for the test
 */
public record StorageState(String name, int index, String location) {

  /** Creates a storage in a directory that is made for the test. */
  public StorageState(String name, int index) {
    this(name, index, "");
  }

  /** Returns the id that hook commands know it by, such as {@code data/0}. */
  public String id() {
    return name + "/" + index;
  }
}
