package dev.charmsignals.histories;

import java.util.List;
import java.util.Locale;

/** The signals of these histories. */
enum Name {
  /** Retained, with two observers. */
  WORD(true, List.of("word", "word-too"), 0),
  /** Retained. */
  NEWS(true, List.of("news"), 0),
  /** Reaches those who are there; retained in some editions of the charm. */
  SHOUT(false, List.of("shout"), 0),
  /** Answered by those who hear it. */
  ASK(false, List.of("ask"), 0),
  /** Retained; tried three times, then parked; the first of its two observers answers. */
  FRAGILE(true, List.of("fragile", "fragile-too"), 0),
  /** Retained; some editions of the charm do not know it. */
  EXTRA(true, List.of("extra"), 1),
  /** Retained; few editions of the charm know it. */
  MORE(true, List.of("more"), 2);

  /** How often {@link #FRAGILE} is tried. */
  static final int ATTEMPTS = 3;

  /** How many editions of the charm there are; each declares the signals of its bits. */
  static final int EDITIONS = 8;

  /** The bit of the editions that have larger signals, and a larger window. */
  static final int WIDER = 4;

  private static final Name[] ALL = values();

  private final boolean retained;
  private final List<String> observers;
  private final int editionBit;

  Name(boolean retained, List<String> observers, int editionBit) {
    this.retained = retained;
    this.observers = observers;
    this.editionBit = editionBit;
  }

  static Name at(int number) {
    return ALL[Math.floorMod(number, ALL.length)];
  }

  /** Whether it is retained in every edition. */
  boolean isRetained() {
    return retained;
  }

  /** Whether it is retained in an edition of the charm; one signal becomes transient, and back. */
  boolean isRetainedIn(int edition) {
    return retained || this == SHOUT && (edition & 2) != 0;
  }

  /** Whether no edition of the charm retains it. */
  boolean isTransient() {
    return this == ASK;
  }

  /** The names of its observers, in the order in which they are told. */
  List<String> observers() {
    return observers;
  }

  /** Whether an edition of the charm declares it. */
  boolean isIn(int edition) {
    return editionBit == 0 || (edition & editionBit) != 0;
  }

  /** Whether an edition of the charm gives it another component. */
  boolean isWideIn(int edition) {
    return (edition & WIDER) != 0 && this != ASK;
  }

  /** What it travels under. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the signal that travels under this name. */
  static Name of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
