package dev.charmsignals.hook;

/** The two things that happen to a storage (contract §1.2). */
public enum StorageStep {
  ATTACHED("-storage-attached"),
  DETACHING("-storage-detaching");

  private final String ending;

  StorageStep(String ending) {
    this.ending = ending;
  }

  /** Returns what follows the storage in the hook's name, such as {@code -storage-attached}. */
  public String ending() {
    return ending;
  }
}
