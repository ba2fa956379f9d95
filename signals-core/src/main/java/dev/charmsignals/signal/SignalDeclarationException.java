package dev.charmsignals.signal;

import dev.charmsignals.CharmSignalsException;

/** Signals are declared in a way that cannot work. Thrown at start-up, naming the culprit. */
public final class SignalDeclarationException extends CharmSignalsException {

  private final String culprit;

  private SignalDeclarationException(String culprit, String message) {
    super(message);
    this.culprit = culprit;
  }

  /** Returns the class or the name of the signal that is declared wrongly. */
  public String culprit() {
    return culprit;
  }

  static SignalDeclarationException withoutSnapshot(Class<?> type) {
    return new SignalDeclarationException(
        type.getName(),
        "%s is not a record and does not override snapshot() and restore(Map); do so, or declare it as"
                .formatted(type.getName())
            + " a record, such as record Bork(String reason) implements Signal {}");
  }

  static SignalDeclarationException withoutConstructor(Class<?> type) {
    return new SignalDeclarationException(
        type.getName(),
        "%s has no constructor without arguments, which restoring it needs; add one, such as %s() {}"
            .formatted(type.getName(), type.getSimpleName()));
  }

  static SignalDeclarationException notConcrete(Class<?> type) {
    return new SignalDeclarationException(
        type.getName(),
        "%s is abstract, an interface or an inner class and cannot be made again from a snapshot;"
                .formatted(type.getName())
            + " declare the source with a record or a static class");
  }

  static SignalDeclarationException badName(String name, Class<?> type) {
    return new SignalDeclarationException(
        name,
        "Signal name \"%s\" of %s is not lower-case words joined by dashes, at most 64 characters, such"
                .formatted(name, type.getName())
            + " as \"db-ready\"");
  }

  static SignalDeclarationException duplicate(String name, Class<?> first, Class<?> second) {
    return new SignalDeclarationException(
        name,
        "Two sources are named \"%s\": one of %s and one of %s; give one another name, as in"
                .formatted(name, first.getName(), second.getName())
            + " source(\"%s-again\", %s.class)".formatted(name, second.getSimpleName()));
  }

  static SignalDeclarationException unbound(String name) {
    return new SignalDeclarationException(
        name,
        "Signal \"%s\" belongs to no endpoint yet; hand its signals to the charm, as in"
                .formatted(name)
            + " signals(new MySignals(), \"channel\")");
  }

  static SignalDeclarationException late(String name) {
    return new SignalDeclarationException(
        name,
        "The source of signal \"%s\" is changed after it was bound to an endpoint; say"
                .formatted(name)
            + " transientOnly() and the like where the source is declared");
  }

  static SignalDeclarationException neverTried(String name, int attempts) {
    return new SignalDeclarationException(
        name,
        "retryThenPark(%d) of signal \"%s\" never tries; use 1 or more, such as 3"
            .formatted(attempts, name));
  }

  static SignalDeclarationException boundTwice(Class<?> type) {
    return new SignalDeclarationException(
        type.getName(),
        "This %s is bound to an endpoint already; make a new one for each, as in signals(new %s(),"
                .formatted(type.getName(), type.getSimpleName())
            + " \"other\")");
  }
}
