package dev.charmsignals.packing.runtime;

import dev.charmsignals.packing.PackingException;

/** No Java runtime could be made for a charm, or one that would not run where the charm does. */
public final class RuntimeImageException extends PackingException {

  RuntimeImageException(String message) {
    super(message);
  }

  RuntimeImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
