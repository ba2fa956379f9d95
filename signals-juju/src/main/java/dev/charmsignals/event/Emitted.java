package dev.charmsignals.event;

/**
 * An own event on its way to one observer.
 *
 * @param event what was emitted
 * @param delivery what binds it to the hook that runs
 * @param <E> the class of the event
 */
public record Emitted<E extends OwnEvent>(E event, Delivery delivery) implements DeferrableEvent {

  /** Names the event, not what it says. */
  @Override
  public String toString() {
    return event.getClass().getSimpleName();
  }
}
