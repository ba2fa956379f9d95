package dev.charmsignals.hook;

import dev.charmsignals.CharmSignalsException;

/** The process was not started as Juju starts a charm: a variable is missing or unreadable. */
public final class EnvironmentException extends CharmSignalsException {

  private final String variable;

  EnvironmentException(String variable, String complaint) {
    super("%s %s".formatted(variable, complaint));
    this.variable = variable;
  }

  EnvironmentException(String variable, IllegalArgumentException cause) {
    super("%s cannot be read: %s".formatted(variable, cause.getMessage()), cause);
    this.variable = variable;
  }

  /** Returns the name of the environment variable, such as {@code JUJU_UNIT_NAME}. */
  public String variable() {
    return variable;
  }
}
