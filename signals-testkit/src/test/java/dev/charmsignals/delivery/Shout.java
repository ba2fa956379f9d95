package dev.charmsignals.delivery;

import dev.charmsignals.signal.Signal;

/** Something said to those who are there. */
record Shout(String text) implements Signal {}
