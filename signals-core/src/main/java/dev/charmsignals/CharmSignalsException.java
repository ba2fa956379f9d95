package dev.charmsignals;

/**
 * The root of the exceptions that Charm Signals throws at a charm author.
 *
 * <p>Three kinds of mistakes are told by Java's own instead: an argument that is wrong by itself,
 * by {@link IllegalArgumentException} or {@link NullPointerException}; a call at the wrong moment,
 * by {@link IllegalStateException}; and what a local file does not allow, by {@link
 * java.io.UncheckedIOException}.
 *
 * <p>Each subclass holds its facts as accessors, so that nobody has to parse a message. What a
 * remote unit wrote is never reported this way: it is parked, counted and delivered as an event.
 */
public abstract class CharmSignalsException extends RuntimeException {

  /** Creates an exception whose message says what was wrong, the value, and a right one. */
  protected CharmSignalsException(String message) {
    super(message);
  }

  /** Creates an exception with the failure that caused it. */
  protected CharmSignalsException(String message, Throwable cause) {
    super(message, cause);
  }
}
