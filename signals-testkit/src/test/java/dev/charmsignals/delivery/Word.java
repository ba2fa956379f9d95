package dev.charmsignals.delivery;

import dev.charmsignals.signal.Signal;

/** Something said; the newest stays for those who come later. */
record Word(String text) implements Signal {}
