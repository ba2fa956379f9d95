package dev.charmsignals.secret;

import dev.charmsignals.CharmSignalsException;

/** A secret was to get content that Juju could not keep; the message holds no value of it. */
public final class SecretContentException extends CharmSignalsException {

  private final String key;
  private final String reason;

  SecretContentException(String key, String reason) {
    super(
        key.isEmpty()
            ? "The content of a secret " + reason
            : "The content of a secret %s (key \"%s\")".formatted(reason, key));
    this.key = key;
    this.reason = reason;
  }

  /** Returns the key that is wrong, or whose value is; empty if it is none in particular. */
  public String key() {
    return key;
  }

  /** Returns what is wrong, without the value. */
  public String reason() {
    return reason;
  }
}
