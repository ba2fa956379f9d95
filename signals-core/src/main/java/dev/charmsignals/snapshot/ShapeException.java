package dev.charmsignals.snapshot;

import dev.charmsignals.CharmSignalsException;

/**
 * A record has a component whose type JSON cannot say, so it cannot travel or be kept. Thrown at
 * start-up for a signal, and elsewhere when the record is first used.
 */
public final class ShapeException extends CharmSignalsException {

  private final String component;
  private final String type;

  ShapeException(String component, String type) {
    this(
        component,
        type,
        "Component %s has type %s, which JSON cannot say; use strings, numbers, booleans,"
                .formatted(component, type)
            + " enums, records, Optional, List, Set or Map<String, …> of these");
  }

  private ShapeException(String component, String type, String message) {
    super(message);
    this.component = component;
    this.type = type;
  }

  /** A remote would choose what class is loaded, which name is looked up, and the like. */
  static ShapeException acting(String component, String type, String culprit) {
    return new ShapeException(
        component,
        type,
        "Component %s has type %s, in which a remote could have any %s made;"
                .formatted(component, type, culprit)
            + " use a String, and make a %s in the handler, once the text is checked"
                .formatted(culprit.substring(culprit.lastIndexOf('.') + 1)));
  }

  /** A remote could fill a hash table with what hashes alike. */
  static ShapeException unordered(String component, String type, String culprit) {
    return new ShapeException(
        component,
        type,
        "Component %s has type %s, in which a remote could choose elements of %s that all hash alike;"
                .formatted(component, type, culprit)
            + " use a List, or elements and keys that are Comparable, such as strings");
  }

  /** Returns the culprit as record and component, such as {@code Bork.reason}. */
  public String component() {
    return component;
  }

  /** Returns the name of its type. */
  public String type() {
    return type;
  }
}
