package dev.charmsignals.hooktools;

import dev.charmsignals.CharmSignalsException;

/**
 * There is no way to the agent: a setting of the process's environment is missing or wrong.
 *
 * <p>Thrown before the hook does anything.
 */
public final class HookTransportException extends CharmSignalsException {

  private final String variable;
  private final String value;

  HookTransportException(String variable, String value, String message) {
    super(message);
    this.variable = variable;
    this.value = value;
  }

  HookTransportException(String variable, String value, String message, Throwable cause) {
    super(message, cause);
    this.variable = variable;
    this.value = value;
  }

  /** Returns the name of the variable that is missing or wrong. */
  public String variable() {
    return variable;
  }

  /** Returns its value, or the empty string where it is missing. */
  public String value() {
    return value;
  }
}
