package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.Pebble;

/** What all contracts are about. */
interface PebbleContract {

  /** Returns the Pebble that has to keep them; all tests of a class share it. */
  PebbleUnderTest pebble();

  default Pebble client() {
    return pebble().client();
  }

  default String path(String name) {
    return pebble().directory() + "/" + name;
  }
}
