package dev.charmsignals.event;

/**
 * An event that an observer can put off until a later hook.
 *
 * <p>Not among them: stop and remove, after which there may be none; actions, because somebody
 * waits for their end; secret-rotate and secret-expired, which Juju tells again by itself.
 */
public interface DeferrableEvent {

  /** Returns what binds it to the hook that runs and to the observer that is told. */
  Delivery delivery();

  /**
   * Asks for this event again, before the event of every later hook, until the handler no longer
   * asks for it. The handler goes on, and other observers are not held up. What is kept is who
   * observes and what Juju said; bags, config and secrets are read as they are then.
   *
   * @throws DeferException when the observer has no name, or its handler has returned already
   * @throws OwnEventException when it is an own event that is too long to keep, or cannot be
   */
  default void defer() {
    delivery().defer();
  }
}
