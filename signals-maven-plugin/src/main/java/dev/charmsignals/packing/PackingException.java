package dev.charmsignals.packing;

/**
 * The root of everything that stops a charm from being packed.
 *
 * <p>The message is written for the author of the charm, who can do something about it: what was
 * wrong, where, and what would be right. Each subclass holds its facts as accessors.
 */
public abstract class PackingException extends RuntimeException {

  /** Creates an exception whose message says what was wrong, the value, and a right one. */
  protected PackingException(String message) {
    super(message);
  }

  /** Creates an exception with the failure that caused it. */
  protected PackingException(String message, Throwable cause) {
    super(message, cause);
  }
}
