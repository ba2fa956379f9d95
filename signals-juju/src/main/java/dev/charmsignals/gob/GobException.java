package dev.charmsignals.gob;

import dev.charmsignals.CharmSignalsException;

/**
 * A stream that is not gob, breaks off inside a message or exceeds a limit.
 *
 * <p>Thrown by {@link GobReader}. Nothing more can be read from that stream.
 */
public final class GobException extends CharmSignalsException {

  GobException(String message) {
    super(message);
  }
}
