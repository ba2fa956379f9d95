package dev.charmsignals.log;

import dev.charmsignals.CharmSignalsException;

/**
 * There is no room in the window for another signal. Thrown by {@code emit}; nothing is written.
 */
public final class WindowFullException extends CharmSignalsException {

  private final Window window;
  private final int unreadBy;
  private final String signal;
  private final String relation;

  WindowFullException(Window window, int unreadBy) {
    super(
        unreadBy == 0
            ? "The newest signals of the retained sources alone fill the window of %d entries and %d"
                    .formatted(window.entries(), window.bytes())
                + " bytes; make some sources transientOnly(), or the window larger"
            : "The window of %d entries and %d bytes is full of signals that %d receivers have not"
                    .formatted(window.entries(), window.bytes(), unreadBy)
                + " read; emit later, make the window larger, or choose DEADMIT_SLOWEST");
    this.window = window;
    this.unreadBy = unreadBy;
    this.signal = "";
    this.relation = "";
  }

  private WindowFullException(String signal, String relation, WindowFullException cause) {
    super(
        "Signal \"%s\" finds no room on %s. ".formatted(signal, relation) + cause.getMessage(),
        cause);
    this.window = cause.window;
    this.unreadBy = cause.unreadBy;
    this.signal = signal;
    this.relation = relation;
  }

  /** Returns the same, for whoever knows what was to be emitted and where. */
  public WindowFullException of(String signal, String relation) {
    return new WindowFullException(signal, relation, this);
  }

  /** Returns the name of the signal that found no room; empty where nobody knows. */
  public String signal() {
    return signal;
  }

  /** Returns the relation whose window is full, such as {@code channel:3}; empty as above. */
  public String relation() {
    return relation;
  }

  /** Returns the window that is full. */
  public Window window() {
    return window;
  }

  /** Returns how many receivers hold it back; 0 when the kept signals alone fill it. */
  public int unreadBy() {
    return unreadBy;
  }
}
