package dev.charmsignals.event;

import dev.charmsignals.CharmSignalsException;

/** Own events are declared or emitted in a way that cannot work, or a handler of one failed. */
public final class OwnEventException extends CharmSignalsException {

  private final String culprit;

  private OwnEventException(String culprit, String message) {
    super(message);
    this.culprit = culprit;
  }

  private OwnEventException(String culprit, String message, Exception cause) {
    super(message, cause);
    this.culprit = culprit;
  }

  static OwnEventException malformed(String name) {
    return new OwnEventException(
        name,
        ("\"%s\" is not 1 to 64 letters, digits, dots, dashes and underscores, as the name of an"
                + " own event or its object is, such as \"ready\"")
            .formatted(name));
  }

  static OwnEventException taken(String name) {
    return new OwnEventException(
        name,
        "Two own events of one object are named \"%s\"; give one another name".formatted(name));
  }

  static OwnEventException keyTaken(String key) {
    return new OwnEventException(
        key,
        ("Two objects with events are bound to the key \"%s\"; give one another, as in"
                + " events(new DatabaseEvents(), \"other\")")
            .formatted(key));
  }

  static OwnEventException unbound(String name) {
    return new OwnEventException(
        name,
        ("Own event \"%s\" belongs to no charm yet; hand its events to the charm, as in"
                + " events(new DatabaseEvents(), \"database\"), or in a library as in"
                + " context.observers().bind(new DatabaseEvents(), \"database\")")
            .formatted(name));
  }

  static OwnEventException boundTwice(Class<?> type) {
    return new OwnEventException(
        type.getName(),
        "This %s is bound to a charm already; make a new one for each object"
            .formatted(type.getName()));
  }

  static OwnEventException foreign(String name) {
    return new OwnEventException(
        name,
        "Own event \"%s\" belongs to another charm; observe one of this charm".formatted(name));
  }

  static OwnEventException early(String name) {
    return new OwnEventException(
        name,
        ("Own event \"%s\" is emitted while the charm is constructed, which happens in every hook;"
                + " emit it in a handler")
            .formatted(name));
  }

  static OwnEventException failed(String name, Exception cause) {
    return new OwnEventException(
        name, "A handler of own event \"%s\" failed".formatted(name), cause);
  }

  static OwnEventException unkeepable(String name, Exception cause) {
    return new OwnEventException(
        name, "Own event \"%s\" cannot be deferred: %s".formatted(name, cause.getMessage()), cause);
  }

  /** Returns the name of the event, the key of the object, or the class that is to be changed. */
  public String culprit() {
    return culprit;
  }
}
