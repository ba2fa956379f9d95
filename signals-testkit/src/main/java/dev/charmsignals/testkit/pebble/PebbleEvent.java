package dev.charmsignals.testkit.pebble;

/** Something that a Juju agent hears from a Pebble, and makes a hook of. */
public sealed interface PebbleEvent {

  /**
   * Somebody has told a custom notice.
   *
   * @param id Pebble's number of it
   * @param key what it is about
   */
  record CustomNotice(String id, String key) implements PebbleEvent {}

  /**
   * A check has failed as often as its threshold says.
   *
   * @param check its name
   */
  record CheckFailed(String check) implements PebbleEvent {}

  /**
   * A check that had failed succeeds again.
   *
   * @param check its name
   */
  record CheckRecovered(String check) implements PebbleEvent {}
}
