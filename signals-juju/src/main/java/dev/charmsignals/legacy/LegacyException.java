package dev.charmsignals.legacy;

import dev.charmsignals.CharmSignalsException;

/**
 * Something is asked of a {@link LegacyEndpoint} that the Python library's format cannot do.
 * Nothing was written.
 */
public final class LegacyException extends CharmSignalsException {

  private final String culprit;

  private LegacyException(String culprit, String message) {
    super(message);
    this.culprit = culprit;
  }

  static LegacyException peers(String endpoint) {
    return new LegacyException(
        endpoint,
        "Endpoint \"%s\" is one of peers, which are all units of this charm; bind signals to it, as in"
                .formatted(endpoint)
            + " signals(new MySignals(), \"%s\")".formatted(endpoint));
  }

  static LegacyException foreign(String relation, String endpoint) {
    return new LegacyException(
        relation,
        "Relation %s is not of endpoint \"%s\"; take one of relations(\"%s\")"
            .formatted(relation, endpoint, endpoint));
  }

  static LegacyException empty(String signal) {
    return new LegacyException(
        signal,
        "Signal \"%s\" says nothing, and an empty text is how Juju removes an entry; say something,"
                .formatted(signal)
            + " such as \"yes\"");
  }

  static LegacyException padded(String signal) {
    return new LegacyException(
        signal,
        "The text of signal \"%s\" begins or ends with \u203b, which readers take off; begin and end"
                .formatted(signal)
            + " it with another character, such as a quotation mark");
  }

  /** Returns the signal, the endpoint or the relation that is wrong. */
  public String culprit() {
    return culprit;
  }
}
