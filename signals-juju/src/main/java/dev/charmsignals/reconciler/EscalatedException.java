package dev.charmsignals.reconciler;

import dev.charmsignals.CharmSignalsException;

/**
 * A failure that a component cannot leave at a status: it fails the hook, of which nothing is then
 * committed and which Juju runs again. Thrown by charm authors.
 */
public class EscalatedException extends CharmSignalsException {

  /** Creates it with what was wrong. */
  public EscalatedException(String message) {
    super(message);
  }

  /** Creates it with the failure that caused it. */
  public EscalatedException(String message, Throwable cause) {
    super(message, cause);
  }
}
