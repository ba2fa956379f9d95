package dev.charmsignals.packing.newcharm;

import dev.charmsignals.packing.PackingException;

/** A new charm cannot be begun under that name or in that place. */
public final class NewCharmException extends PackingException {

  NewCharmException(String message, Object... values) {
    super(message.formatted(values));
  }
}
