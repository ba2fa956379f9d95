package dev.charmsignals.postgresqlclient;

import dev.charmsignals.CharmSignalsException;

/** A charm asks for a database in a way that providers misunderstand or refuse. */
public final class DatabaseRequestException extends CharmSignalsException {

  private final String part;
  private final String value;

  DatabaseRequestException(String part, String value, String reason) {
    super("The %s \"%s\" cannot be asked for: %s".formatted(part, value, reason));
    this.part = part;
    this.value = value;
  }

  /** Returns what is wrong: {@code database}, {@code role}, {@code extension} and so on. */
  public String part() {
    return part;
  }

  /** Returns what was asked for. */
  public String value() {
    return value;
  }
}
