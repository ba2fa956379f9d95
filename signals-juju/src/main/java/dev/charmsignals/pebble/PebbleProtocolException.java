package dev.charmsignals.pebble;

/** Pebble answered something that is not of its protocol; report it. */
public final class PebbleProtocolException extends PebbleException {

  PebbleProtocolException(String reason) {
    super("Pebble's answer cannot be read: " + reason);
  }

  PebbleProtocolException(String reason, Throwable cause) {
    super("Pebble's answer cannot be read: " + reason, cause);
  }
}
