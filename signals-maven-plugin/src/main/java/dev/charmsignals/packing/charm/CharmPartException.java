package dev.charmsignals.packing.charm;

import dev.charmsignals.packing.PackingException;

/** Something that a charm is made of is missing, wrong, or there twice. */
public final class CharmPartException extends PackingException {

  CharmPartException(String message, Object... values) {
    super(message.formatted(values));
  }
}
