package dev.charmsignals.postgresql;

import dev.charmsignals.CharmSignalsException;

/** A charm asks a PostgreSQL server for something under a name that cannot be asked for. */
public final class RequirementsException extends CharmSignalsException {

  private final String kind;
  private final String name;

  RequirementsException(String kind, String name, String right) {
    super(
        "\"%s\" is no name of %s: it needs text without control characters%s; a right one is %s"
            .formatted(
                name,
                kind.equals("extension") ? "an extension" : "a ".concat(kind),
                kind.equals("database") ? " and blanks around it" : ", commas and blanks around it",
                right));
    this.kind = kind;
    this.name = name;
  }

  /** Returns what was asked for: {@code database}, {@code role} or {@code extension}. */
  public String kind() {
    return kind;
  }

  /** Returns the name that cannot be asked for. */
  public String name() {
    return name;
  }
}
