package dev.charmsignals.hook;

/**
 * A hook of one storage.
 *
 * @param storage the storage's name in this charm's metadata
 * @param step what happened to it
 */
public record StorageHook(String storage, StorageStep step) implements Hook {

  @Override
  public String hookName() {
    return storage.concat(step.ending());
  }
}
