package dev.charmsignals.testkit.world;

/**
 * A storage as an operator can look at it.
 *
 * @param id such as {@code data/0}
 * @param kind {@code block} or {@code filesystem}
 * @param unit the unit it is attached to; empty if none
 * @param location its device or directory at that unit
 * @param status {@code attached}, {@code attaching} before its hook, {@code detaching} or {@code
 *     detached}
 */
public record StorageFacts(String id, String kind, String unit, String location, String status) {

  static StorageFacts of(Storage storage) {
    String attached = storage.told() ? "attached" : "attaching";
    return new StorageFacts(
        storage.id(),
        storage.spec().kind(),
        storage.unit().map(Unit::name).orElse(""),
        storage.location(),
        storage.unit().isEmpty() ? "detached" : storage.detaching() ? "detaching" : attached);
  }
}
