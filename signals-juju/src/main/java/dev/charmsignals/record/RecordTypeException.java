package dev.charmsignals.record;

import dev.charmsignals.CharmSignalsException;

/** A record cannot be loaded from keys because of how it is declared. */
public final class RecordTypeException extends CharmSignalsException {

  private final String component;

  RecordTypeException(Class<? extends Record> type, String component, String problem) {
    super("Component %s.%s %s".formatted(type.getSimpleName(), component, problem));
    this.component = type.getSimpleName() + "." + component;
  }

  /** Returns the culprit as record and component, such as {@code MyConfig.port}. */
  public String component() {
    return component;
  }
}
