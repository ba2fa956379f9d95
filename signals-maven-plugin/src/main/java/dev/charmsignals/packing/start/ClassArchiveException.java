package dev.charmsignals.packing.start;

import dev.charmsignals.packing.PackingException;

/** The archive of a charm's classes cannot be made; the message says what to do. */
public final class ClassArchiveException extends PackingException {

  ClassArchiveException(String message, Object... arguments) {
    super(message.formatted(arguments));
  }

  ClassArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
