package dev.charmsignals.layeredstatus;

import dev.charmsignals.CharmSignalsException;

/** A layered status is declared or used in a way that cannot work; the author's to fix. */
public final class LayeredStatusException extends CharmSignalsException {

  private final String culprit;

  private LayeredStatusException(String culprit, String message) {
    super(message);
    this.culprit = culprit;
  }

  /** Returns the layer, or the word for a status, that is the matter. */
  public String culprit() {
    return culprit;
  }

  static LayeredStatusException noName(String layer) {
    return new LayeredStatusException(
        layer, "A layer is named \"%s\"; use a name such as \"basic\"".formatted(layer));
  }

  static LayeredStatusException duplicate(String layer) {
    return new LayeredStatusException(
        layer,
        "Layer \"%s\" is declared twice, where dashes, underlines and case make no difference; name each"
                .formatted(layer)
            + " layer once, the weakest first, and the charm by itself");
  }

  static LayeredStatusException second(String of) {
    return new LayeredStatusException(
        of,
        "This charm has a layered status of the %s already; hand that one to whoever needs it"
            .formatted(of));
  }

  static LayeredStatusException unknownWord(String word) {
    return new LayeredStatusException(
        word,
        "\"%s\" is no status that a charm can set; use maintenance, blocked, waiting or active"
            .formatted(word));
  }
}
