package dev.charmsignals.event;

import dev.charmsignals.model.HookSession;
import java.util.Map;
import java.util.SortedMap;

/** Somebody who wants to know of one kind of event, and what they do about it. */
abstract class Observer {

  private final String name;
  private final boolean named;

  Observer(String name, boolean named) {
    this.name = name;
    this.named = named;
  }

  /** Returns its name, which is one of its own in this charm. */
  String name() {
    return name;
  }

  /** Returns whether the author chose the name, so that an upgrade finds it again. */
  boolean isNamed() {
    return named;
  }

  /** Returns the name of the events it observes. */
  abstract String event();

  /** Returns whether it may have put an event off. */
  abstract boolean mayDefer();

  /** Returns the class of the events, for the log. */
  abstract Class<?> type();

  /**
   * Makes a deferred event again, ready to be handed over.
   *
   * @throws LostEventException when there is no making it any more
   */
  abstract Occurrence restore(Map<String, String> facts, HookSession session)
      throws LostEventException;

  /** One event for one observer. */
  interface Occurrence {

    /** Returns what it can be made again from. */
    SortedMap<String, String> facts();

    /**
     * Hands the event over.
     *
     * @throws Exception what the handler threw
     */
    void tell(Delivery delivery) throws Exception;
  }
}
