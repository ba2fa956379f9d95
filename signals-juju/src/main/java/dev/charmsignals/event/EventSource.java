package dev.charmsignals.event;

import dev.charmsignals.hook.Hook;

/**
 * Where events of one kind come from; obtained from {@link Events} and handed to observe.
 *
 * @param <E> the kind
 */
public final class EventSource<E extends HookEvent> {

  private final Hook hook;
  private final Class<E> type;

  EventSource(Hook hook, Class<E> type) {
    this.hook = hook;
    this.type = type;
  }

  /** Returns the hook that brings these events. */
  public Hook hook() {
    return hook;
  }

  Class<E> type() {
    return type;
  }
}
