package dev.charmsignals.reconciler;

import dev.charmsignals.model.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a component stands in a round: held by others, next in turn, or as it says itself. */
sealed interface Standing {

  /** What is shown of it; empty when it is unknown. */
  Optional<Status> status();

  /** Whether those that depend on it may run. */
  default boolean isActive() {
    return status().isPresent() && status().get() instanceof Status.Active;
  }

  private static StringBuilder commaSeparated(Iterable<Dependency> dependencies) {
    StringBuilder text = new StringBuilder();
    for (Dependency dependency : dependencies) {
      text.append(text.isEmpty() ? "" : ", ").append(dependency);
    }
    return text;
  }

  /**
   * Others have to be active first.
   *
   * @param waitingOn those that are not, in the order in which the component depends on them
   * @param roots those at the bottom of it, by name: none of them is held itself
   */
  record Held(List<Dependency> waitingOn, Map<String, Dependency> roots) implements Standing {

    static Held on(List<Dependency> waitingOn) {
      Map<String, Dependency> roots = new LinkedHashMap<>();
      for (Dependency dependency : waitingOn) {
        if (dependency.standing() instanceof Held held) {
          roots.putAll(held.roots());
        } else {
          roots.put(dependency.name(), dependency);
        }
      }
      return new Held(waitingOn, roots);
    }

    @Override
    public Optional<Status> status() {
      return Optional.of(
          Status.maintenance("Execution pending - waiting on " + commaSeparated(waitingOn) + "."));
    }

    @Override
    public boolean isActive() {
      return false;
    }
  }

  /** Its turn has not come, and nothing else is in the way. */
  record Pending() implements Standing {

    private static final Optional<Status> STATUS =
        Optional.of(Status.maintenance("Execution pending."));

    @Override
    public Optional<Status> status() {
      return STATUS;
    }
  }

  /**
   * It had its turn and nobody holds it.
   *
   * @param status what it says
   */
  record Own(Optional<Status> status) implements Standing {}

  /**
   * Somebody whom a component waits for.
   *
   * @param name its name
   * @param standing why
   */
  record Dependency(String name, Standing standing) {

    /** Names it and its status, or what holds it: a chain is not told link by link. */
    @Override
    public String toString() {
      return standing instanceof Held held
          ? name + " (held by " + commaSeparated(held.roots().values()) + ")"
          : name + " (" + ComponentStatus.text(standing.status()) + ")";
    }
  }
}
