package dev.charmsignals.charm;

import dev.charmsignals.bus.GapEvent;
import dev.charmsignals.bus.ParkedEvent;
import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.defer.DeferLimits;
import dev.charmsignals.event.CollectStatusEvent;
import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.event.ParkedDeferral;
import dev.charmsignals.event.StatusSource;
import dev.charmsignals.model.Application;
import dev.charmsignals.model.CharmState;
import dev.charmsignals.model.Config;
import dev.charmsignals.model.Model;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Resources;
import dev.charmsignals.model.Secrets;
import dev.charmsignals.model.Storages;
import dev.charmsignals.model.Stored;
import dev.charmsignals.model.Unit;
import dev.charmsignals.pebble.Container;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import java.util.List;

/**
 * A charm: observes what happens to its unit.
 *
 * <p>A new one is made for every hook, in a process of its own, so fields are gone when the hook is
 * over; what must last belongs into {@link #state}. The constructor registers handlers and does
 * nothing else: Juju is asked only in handlers. All is called by one thread. When a handler throws,
 * the hook fails, nothing it wrote is committed, and Juju runs the same hook again, apart from
 * those of a {@link dev.charmsignals.event.WorkloadEvent}.
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

  /**
   * Registers a handler that says what the status is, as in {@code
   * observe(on().collectUnitStatus(), event -> event.add(active()))}; called at the end of every
   * hook that succeeded, also of those that the charm does not observe.
   *
   * @throws dev.charmsignals.event.LateObserverException when called after the constructor
   */
  protected final void observe(StatusSource source, Handler<? super CollectStatusEvent> handler) {
    context.statuses().observe(source, handler);
  }

  /**
   * Registers a handler under a name, which lets it defer: what it defers is kept in charm state
   * under the name, so that a later version of the charm finds it, whatever its classes and methods
   * are called by then.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underscores, one of its own in the charm
   * @throws dev.charmsignals.event.ObserverNameException when it is not
   */
  protected final <E extends HookEvent> void observe(
      EventSource<E> source, String name, Handler<? super E> handler) {
    context.observers().observe(source, name, handler);
  }

  /**
   * Binds the events of an object, so that it can emit them and others can observe them. Called in
   * the constructor or a field.
   *
   * @param key names the object in charm state while events of it are deferred, such as {@code
   *     database}; one of its own in the charm
   * @return the same events
   */
  protected final <O extends ObjectEvents> O events(O events, String key) {
    return context.observers().bind(events, key);
  }

  /** Registers a handler for the own events of an object of this charm. */
  protected final <E extends OwnEvent> void observe(
      OwnEventSource<E> source, Handler<? super Emitted<E>> handler) {
    context.observers().observe(source, handler);
  }

  /** Registers a handler for own events under a name, which lets it defer them. */
  protected final <E extends OwnEvent> void observe(
      OwnEventSource<E> source, String name, Handler<? super Emitted<E>> handler) {
    context.observers().observe(source, name, handler);
  }

  /** Registers a handler for own events that show how things are, such as those of a database. */
  protected final <E extends DeferrableEvent> void observe(
      LiveEventSource<?, E> source, Handler<? super E> handler) {
    context.observers().observe(source, handler);
  }

  /** Registers a handler for such events under a name, which lets it defer them. */
  protected final <E extends DeferrableEvent> void observe(
      LiveEventSource<?, E> source, String name, Handler<? super E> handler) {
    context.observers().observe(source, name, handler);
  }

  /** Registers a handler for deferred events that will not be delivered any more. */
  protected final void observeParked(Handler<? super ParkedDeferral> handler) {
    context.observers().observeParked(handler);
  }

  /** Sets how many events may be deferred and how long; {@code DeferLimits.DEFAULT} otherwise. */
  protected final void deferLimits(DeferLimits limits) {
    context.observers().limit(limits);
  }

  /**
   * Has something done at the end of every hook that succeeds, in the order of the calls, while it
   * may still write. If it throws, the hook fails.
   */
  protected final void beforeCommit(Runnable last) {
    context.session().beforeCommit(last);
  }

  /**
   * Waits here for a Java debugger if {@code JUJU_DEBUG_AT} names this breakpoint, or {@code all};
   * the log and standard error say on which port. Costs nothing otherwise.
   *
   * @param name lower-case letters, digits and dashes
   * @throws BreakpointNameException when it is not
   */
  protected final void breakpoint(String name) {
    context.breakpoint(name);
  }

  /** Binds signals to the endpoint {@code channel}; as {@link #signals(ObjectSignals, String)}. */
  protected final <S extends ObjectSignals> S signals(S signals) {
    return signals(signals, "channel");
  }

  /**
   * Binds signals to an endpoint: what this charm emits through them goes to the endpoint's
   * relations, and what comes over these can be observed. Called in the constructor or a field.
   *
   * @return the same signals
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the metadata does not declare it
   * @throws dev.charmsignals.bus.SignalBindingException when it has signals already, or those of
   *     another format
   */
  protected final <S extends ObjectSignals> S signals(S signals, String endpoint) {
    context.signals().bind(signals, endpoint);
    return signals;
  }

  /**
   * Registers a handler for the signals that remote units emit. What its handler defers is kept
   * under the signal's name and a number in the order of registration, so give observers names of
   * their own before reordering them in an upgrade.
   */
  protected final <T extends Signal> void observe(
      SignalSource<T> source, Handler<? super SignalEvent<T>> handler) {
    context.signals().of(source.binding(), source.name()).observe(source, handler);
  }

  /**
   * Registers a handler whose deferred signals are kept under a name of its own.
   *
   * @param name such as {@code fetch}; one of its own among the observers of the endpoint
   * @throws dev.charmsignals.bus.SignalBindingException when it is empty or taken
   */
  protected final <T extends Signal> void observe(
      SignalSource<T> source, String name, Handler<? super SignalEvent<T>> handler) {
    context.signals().of(source.binding(), source.name()).observe(source, name, handler);
  }

  /** Registers a handler for signals that were gone before this unit could read them. */
  protected final void observeGaps(ObjectSignals signals, Handler<? super GapEvent> handler) {
    context
        .signals()
        .of(signals.requireBinding(), signals.getClass().getSimpleName())
        .observeGaps(handler);
  }

  /** Registers a handler for signals that could not be delivered and were put aside. */
  protected final void observeParked(ObjectSignals signals, Handler<? super ParkedEvent> handler) {
    context
        .signals()
        .of(signals.requireBinding(), signals.getClass().getSimpleName())
        .observeParked(handler);
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

  /**
   * Returns a workload container of this unit, whose Pebble may or may not be up.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the metadata does not declare it
   */
  protected final Container container(String name) {
    return context.session().container(name);
  }

  /**
   * Returns what the charm remembers from hook to hook; the keys of the toolkit itself cannot be
   * written here.
   */
  protected final CharmState state() {
    return context.session().state().ofCharm();
  }

  /**
   * Declares what the charm remembers from hook to hook as a record, usually in a field: {@code
   * private final Stored<Counts> counts = stored("counts", new Counts(0))}. Asks Juju nothing.
   *
   * @param owner a name that no other owner has; what is stored is found by it after an upgrade
   * @param initial what is stored while nothing is
   * @throws dev.charmsignals.model.StoredStateException when another owner has the name
   */
  protected final <R extends Record> Stored<R> stored(String owner, R initial) {
    return context.session().stored(owner, initial);
  }

  /** Returns the secrets that this unit reads or owns. */
  protected final Secrets secrets() {
    return model().secrets();
  }

  /** Returns the storage of this unit. */
  protected final Storages storages() {
    return model().storages();
  }

  /** Returns the files that operators attach to the charm. */
  protected final Resources resources() {
    return model().resources();
  }

  /**
   * Returns the model that this unit is in: its name and version, networks, goal state, the cloud.
   */
  protected final Model model() {
    return context.session().model();
  }

  /** Returns everything else that the hook knows. */
  protected final CharmContext context() {
    return context;
  }
}
