package dev.charmsignals.reconciler;

import dev.charmsignals.CharmSignalsException;

/** Components were put together in a way that cannot be run; thrown when they are added. */
public final class ComponentGraphException extends CharmSignalsException {

  private final String culprit;

  private ComponentGraphException(String culprit, String message) {
    super(message);
    this.culprit = culprit;
  }

  static ComponentGraphException nameless(Component component) {
    return new ComponentGraphException(
        component.getClass().getSimpleName(),
        "A component of class %s has an empty name; give it one such as \"database\""
            .formatted(component.getClass().getSimpleName()));
  }

  static ComponentGraphException duplicate(String name) {
    return new ComponentGraphException(
        name, "Cannot add component %s - component named %s already exists.".formatted(name, name));
  }

  static ComponentGraphException foreign(String name, String dependency) {
    return new ComponentGraphException(
        name,
        "Component %s cannot depend on %s, which was not added to this reconciler; add %s first"
            .formatted(name, dependency, dependency));
  }

  static ComponentGraphException cycle(String name, String way) {
    return new ComponentGraphException(
        name,
        "Component %s would wait for itself: %s; take one of these dependencies away"
            .formatted(name, way));
  }

  static ComponentGraphException late(String name) {
    return new ComponentGraphException(
        name,
        "Component %s comes after installDefaultHandlers(), which has looked at the events of all"
                .formatted(name)
            + " components; call that last");
  }

  static ComponentGraphException installedTwice() {
    return new ComponentGraphException(
        "installDefaultHandlers",
        "The reconciler's handlers are installed already, and twice would run everything twice;"
            + " call installDefaultHandlers() once");
  }

  static ComponentGraphException secondReconciler() {
    return new ComponentGraphException(
        "Reconciler",
        "This charm has a reconciler already, and two would overwrite each other's status; add all"
            + " components to one");
  }

  /** Returns the name of the component, or of what else was at fault. */
  public String culprit() {
    return culprit;
  }
}
