package dev.charmsignals.reconciler;

import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import java.util.List;

/**
 * One piece of a charm's work: how to do it, how it stands, and how to undo it.
 *
 * <p>Implemented by charm authors and given to {@link Reconciler#add}. All methods are called on
 * the hook's only thread. The work is done again in every run, at most once in each, so it must be
 * idempotent. A charm is a new object in every hook: what a component must remember belongs into
 * charm state, and how it stands is read from what can be observed, not from what it did.
 */
public interface Component {

  /** Returns its name in messages, such as {@code relation-1}; one of a kind in a reconciler. */
  String name();

  /**
   * Returns how it stands, from what can be observed now; asked at most once after each component
   * that was run, and also in runs in which the component itself is not run.
   *
   * @throws StatusException to have the status that it carries
   * @throws Exception for any other reason; the component is then blocked and the log says why
   */
  Status status() throws Exception;

  /**
   * Returns whether it has a status at all. Without one it is unknown: those that depend on it
   * wait, and the unit's status is made of the others'.
   */
  default boolean hasStatus() {
    return true;
  }

  /**
   * Does what every unit has to do; does nothing unless overridden.
   *
   * @throws StatusException to be held at the status that it carries
   * @throws EscalatedException to fail the hook
   * @throws Exception for any other reason; the component is then blocked until the next run, what
   *     it wrote in this run is undone, and the components that depend on it are not run
   */
  default void configureUnit() throws Exception {}

  /** Does what only the leader has to do, after {@link #configureUnit}; fails as that does. */
  default void configureAsLeader() throws Exception {}

  /** Does what only other units have to do, after {@link #configureUnit}; fails as that does. */
  default void configureAsNonLeader() throws Exception {}

  /**
   * Undoes the work when the unit is removed; called after those that depend on it were removed.
   *
   * @throws EscalatedException to fail the hook
   * @throws Exception for any other reason; the log says why and the others are removed
   */
  default void remove() throws Exception {}

  /** Returns the events that call for a run, beyond those that always do. */
  default List<EventSource<? extends HookEvent>> events() {
    return List.of();
  }
}
