package dev.charmsignals.snapshot;

import dev.charmsignals.CharmSignalsException;

/** A record has a component that cannot travel in a signal. Thrown at start-up. */
public final class ShapeException extends CharmSignalsException {

  private final String component;
  private final String type;

  ShapeException(String component, String type) {
    super(
        "Component %s has type %s, which cannot travel in a signal; use strings, numbers, booleans,"
                .formatted(component, type)
            + " enums, records, Optional, List, Set or Map<String, …> of these");
    this.component = component;
    this.type = type;
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
