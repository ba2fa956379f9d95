package dev.charmsignals.event;

import dev.charmsignals.defer.DeferLimits;
import dev.charmsignals.hook.Hook;
import dev.charmsignals.hook.LifecycleHook;
import dev.charmsignals.model.HookSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Those who want to know what happens to one charm in one hook, in the order in which they
 * registered.
 *
 * <p>Filled while the charm is constructed and then sealed. A hook that nobody observes is over
 * before it asks the agent anything, unless somebody may have deferred an event.
 */
public final class Observers {

  private final HookSession session;
  private final Hook hook;
  private final Teller teller;
  private final ObserverNames names = new ObserverNames();
  private final List<HookObserver<?>> concerned = new ArrayList<>();
  private final List<Prelude> preludes = new ArrayList<>();
  private final List<Prelude> conclusions = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private boolean mayDefer;
  private boolean sealed;

  /** Something done before the event of a hook that is observed, or after the last of all. */
  @FunctionalInterface
  public interface Prelude {

    /**
     * Does it.
     *
     * @throws Exception for any reason; the hook then fails
     */
    void run() throws Exception;
  }

  /**
   * Creates the empty list for a hook.
   *
   * @param clock tells how long an event has been deferred
   */
  public Observers(HookSession session, Clock clock) {
    this.session = session;
    this.hook = session.environment().hook();
    this.teller = new Teller(session, clock);
  }

  /**
   * Registers a handler; several for one source are called in order.
   *
   * @throws LateObserverException when the charm is constructed already
   */
  public <E extends HookEvent> void observe(EventSource<E> source, Handler<? super E> handler) {
    add(new HookObserver<>(names.next(source.hook().hookName()), false, source, handler), source);
  }

  /**
   * Registers a handler that may defer, under a name that is kept with what it defers.
   *
   * @throws LateObserverException when the charm is constructed already
   * @throws ObserverNameException when the name is taken or is none
   */
  public <E extends HookEvent> void observe(
      EventSource<E> source, String name, Handler<? super E> handler) {
    add(new HookObserver<>(name, true, source, handler), source);
  }

  private <E extends HookEvent> void add(HookObserver<E> observer, EventSource<E> source) {
    register(observer);
    if (source.hook().hookName().equals(hook.hookName())) {
      concerned.add(observer);
    }
  }

  /** Registers a handler for own events; as for those of hooks. */
  public <E extends OwnEvent> void observe(
      OwnEventSource<E> source, Handler<? super Emitted<E>> handler) {
    add(new OwnObserver<>(names.next(source.name()), false, source, handler), source);
  }

  /** Registers a handler for own events that may defer; as for those of hooks. */
  public <E extends OwnEvent> void observe(
      OwnEventSource<E> source, String name, Handler<? super Emitted<E>> handler) {
    add(new OwnObserver<>(name, true, source, handler), source);
  }

  /** Registers a handler for own events that show how things are; as for those of hooks. */
  public <E extends DeferrableEvent> void observe(
      LiveEventSource<?, E> source, Handler<? super E> handler) {
    observeLive(source, Optional.empty(), handler);
  }

  /** Registers a handler for such events that may defer; as for those of hooks. */
  public <E extends DeferrableEvent> void observe(
      LiveEventSource<?, E> source, String name, Handler<? super E> handler) {
    observeLive(source, Optional.of(name), handler);
  }

  private <K extends OwnEvent, E extends DeferrableEvent> void observeLive(
      LiveEventSource<K, E> source, Optional<String> name, Handler<? super E> handler) {
    Handler<Emitted<K>> shown = source.showingTo(Objects.requireNonNull(handler, "handler"));
    if (name.isPresent()) {
      observe(source.kept(), name.get(), shown);
    } else {
      observe(source.kept(), shown);
    }
  }

  private <E extends OwnEvent> void add(OwnObserver<E> observer, OwnEventSource<E> source) {
    source.requireOf(this);
    register(observer);
    source.add(observer);
  }

  /**
   * Binds the events of an object, so that it can emit them and others can observe them.
   *
   * @param key names the object, as long as events of it are deferred
   * @return the same events
   * @throws OwnEventException when the key is taken or is none, or the events are bound already
   */
  public <O extends ObjectEvents> O bind(O events, String key) {
    requireOpen(key);
    if (!PlainName.is(key)) {
      throw OwnEventException.malformed(key);
    }
    if (!keys.add(key)) {
      throw OwnEventException.keyTaken(key);
    }
    events.bind(this, key);
    return events;
  }

  /** Registers a handler for deferred events that will not be delivered any more. */
  public void observeParked(Handler<? super ParkedDeferral> handler) {
    requireOpen("parked events");
    teller.deferrals().add(Objects.requireNonNull(handler, "handler"));
  }

  /** Sets how many events may be deferred, and how long. */
  public void limit(DeferLimits limits) {
    teller.deferrals().limit(limits);
  }

  /** Has something done first in a hook that is observed, such as delivering what was deferred. */
  public void precede(Prelude prelude) {
    preludes.add(prelude);
  }

  /** Has something done after the event of remove, observed or not, since no hook will follow. */
  public void conclude(Prelude conclusion) {
    conclusions.add(conclusion);
  }

  /**
   * Refuses further handlers; called when the charm's constructor has returned.
   *
   * @param charm the charm's name in the log
   */
  public void seal(String charm) {
    sealed = true;
    teller.lines().charm(charm);
  }

  /** Returns whether the charm has been constructed, so that its handlers may run. */
  public boolean isSealed() {
    return sealed;
  }

  /**
   * Checks that the charm is still being constructed.
   *
   * @param observed what somebody wants to observe, for the message
   * @throws LateObserverException when it is not
   */
  public void requireOpen(String observed) {
    if (sealed) {
      throw new LateObserverException(observed);
    }
  }

  /** Returns whether nobody observes this hook. */
  public boolean isEmpty() {
    return concerned.isEmpty();
  }

  /**
   * Offers what was deferred again, then tells all concerned of this hook's event.
   *
   * @throws Exception what the first failing handler threw; the ones after it are not called
   */
  public void deliver() throws Exception {
    // After an upgrade nobody may be left to defer, and yet what others deferred is to be reported.
    if (mayDefer || hook == LifecycleHook.UPGRADE_CHARM) {
      teller.deferrals().redeliver(names.all());
    }
    teller.lines().emitting(hook);
    if (!concerned.isEmpty()) {
      for (Prelude prelude : preludes) {
        prelude.run();
      }
      for (HookObserver<?> observer : concerned) {
        teller.tell(observer, observer.of(session.environment()));
      }
    }
    if (hook == LifecycleHook.REMOVE) {
      for (Prelude conclusion : conclusions) {
        conclusion.run();
      }
      if (mayDefer) {
        teller.deferrals().parkAll();
      }
    }
  }

  <E extends OwnEvent> void emit(OwnEventSource<E> source, E event) {
    if (!sealed) {
      throw OwnEventException.early(source.name());
    }
    teller.emit(source, event);
  }

  private void register(Observer observer) {
    requireOpen(observer.event());
    names.add(observer);
    mayDefer |= observer.mayDefer();
  }
}
