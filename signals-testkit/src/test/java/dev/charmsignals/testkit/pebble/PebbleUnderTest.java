package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.Pebble;

/** A Pebble, real or simulated, that the contracts are checked against. */
interface PebbleUnderTest extends AutoCloseable {

  /** Returns a client of it. */
  Pebble client();

  /** Returns a directory of the container, which is empty at first. */
  String directory();

  /** Makes a check fail as often as its threshold says, if it does not do so by itself. */
  void failCheck(String name);

  /** Lets a service write a line, if its command does not do so by itself. */
  void write(String service, String line);

  @Override
  void close();
}
