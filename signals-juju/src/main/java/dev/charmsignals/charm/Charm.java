package dev.charmsignals.charm;

import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Application;
import dev.charmsignals.model.CharmState;
import dev.charmsignals.model.Config;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Unit;
import java.util.List;

/**
 * A charm: observes what happens to its unit.
 *
 * <p>A new one is made for every hook, in a process of its own, so fields are gone when the hook is
 * over; what must last belongs into {@link #state}. The constructor registers handlers and does
 * nothing else: Juju is asked only in handlers. All is called by one thread. When a handler throws,
 * the hook fails, nothing it wrote is committed, and Juju runs the same hook again.
 */
public abstract class Charm {

  private final CharmContext context;

  /** Called by the author's constructor with the context it was handed. */
  protected Charm(CharmContext context) {
    this.context = context;
  }

  /** Returns what can be observed, as in {@code on().install()}. */
  protected final Events on() {
    return context.events();
  }

  /**
   * Registers a handler; several for one source are called in the order of registration.
   *
   * @throws dev.charmsignals.event.LateObserverException when called after the constructor
   */
  protected final <E extends HookEvent> void observe(
      EventSource<E> source, Handler<? super E> handler) {
    context.observers().observe(source, handler);
  }

  /** Returns this unit. */
  protected final Unit unit() {
    return context.session().unit();
  }

  /** Returns this unit's application. */
  protected final Application application() {
    return context.session().application();
  }

  /** Returns whether this unit is the leader; asked once and remembered for the hook. */
  protected final boolean isLeader() {
    return context.session().isLeader();
  }

  /** Returns the application's config. */
  protected final Config config() {
    return context.session().config();
  }

  /**
   * Returns the relations of an endpoint, by number.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the metadata does not declare it
   */
  protected final List<Relation> relations(String endpoint) {
    return context.session().relations(endpoint);
  }

  /** Returns what the charm remembers from hook to hook. */
  protected final CharmState state() {
    return context.session().state();
  }

  /** Returns everything else that the hook knows. */
  protected final CharmContext context() {
    return context;
  }
}
