package dev.charmsignals.log;

import dev.charmsignals.CharmSignalsException;

/**
 * There is no room in the window for another signal. Thrown by {@code emit}; nothing is written.
 */
public final class WindowFullException extends CharmSignalsException {

  private final Window window;
  private final int unreadBy;

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
