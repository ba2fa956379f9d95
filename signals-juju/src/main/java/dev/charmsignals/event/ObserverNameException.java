package dev.charmsignals.event;

import dev.charmsignals.CharmSignalsException;

/** An observer is given a name that it cannot have. */
public final class ObserverNameException extends CharmSignalsException {

  private final String observer;

  private ObserverNameException(String observer, String message) {
    super(message);
    this.observer = observer;
  }

  static ObserverNameException taken(String observer, String first, String second) {
    return new ObserverNameException(
        observer,
        "Two observers are named \"%s\", of %s and of %s; give one another name"
            .formatted(observer, first, second));
  }

  static ObserverNameException malformed(String observer) {
    return new ObserverNameException(
        observer,
        ("Observer name \"%s\" is not 1 to 64 letters, digits, dots, dashes and underscores, such"
                + " as \"configure\"")
            .formatted(observer));
  }

  /** Returns the name. */
  public String observer() {
    return observer;
  }
}
