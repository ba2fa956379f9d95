package dev.charmsignals.bus;

import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.Observers;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.hook.LifecycleHook;
import dev.charmsignals.log.Draft;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.signal.Emission;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalBinding;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.signal.SignalTarget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One endpoint whose relations carry signals, during one hook.
 *
 * <p>Made by {@code Charm.signals}. Wake-ups are hints and only the bags are truth: a
 * relation-changed makes it look at one unit; start, config-changed, leader-elected, upgrade-charm
 * and update-status at all of them, so that no lost hook loses a signal. In remove nothing is left
 * to look at, but for what observers have put off.
 */
public final class SignalEndpoint implements SignalBinding, Handler<HookEvent>, Observers.Prelude {

  private final ObjectSignals signals;
  private final String endpoint;
  private final HookSession session;
  private final Observers observers;
  private final Clock clock;
  private final OpenLedger ledger;
  private final Dispatch dispatch;
  private final Inbox inbox;
  private final Outbox outbox;

  /**
   * Binds signals to an endpoint and registers for the hooks that may bring some.
   *
   * @param ids random 64-bit numbers, for streams that begin
   */
  static void bind(
      ObjectSignals signals,
      String endpoint,
      HookSession session,
      Observers observers,
      Clock clock,
      LongSupplier ids) {
    SignalEndpoint bound = new SignalEndpoint(signals, endpoint, session, observers, clock, ids);
    signals.bind(bound);
    bound.register();
  }

  private SignalEndpoint(
      ObjectSignals signals,
      String endpoint,
      HookSession session,
      Observers observers,
      Clock clock,
      LongSupplier ids) {
    this.signals = signals;
    this.endpoint = endpoint;
    this.session = session;
    this.observers = observers;
    this.clock = clock;
    this.ledger = new OpenLedger(session, endpoint);
    this.dispatch = new Dispatch(signals, session, ledger);
    this.inbox = new Inbox(session, ledger, dispatch);
    this.outbox = new Outbox(session, endpoint, ledger, new OwnStream(signals.window(), ids));
  }

  /** What is done at the end of a hook; a class, because a lambda costs more to load. */
  private final class Finish implements Runnable {
    @Override
    public void run() {
      boolean written = outbox.hasCharmWritten();
      if (written || ledger.isOpen()) {
        outbox.write();
        ledger.save();
      }
    }
  }

  /** What is done when the unit's last hook has been delivered. */
  private final class Removal implements Observers.Prelude {
    @Override
    public void run() throws Exception {
      if (dispatch.hasObservers()) {
        dispatch.parkAll();
      }
    }
  }

  private void register() {
    Events on = new Events(session.declared());
    List<EventSource<? extends HookEvent>> sources =
        List.of(
            on.relation(endpoint).created(),
            on.relation(endpoint).changed(),
            on.relation(endpoint).departed(),
            on.relation(endpoint).broken(),
            on.start(),
            on.configChanged(),
            on.leaderElected(),
            on.upgradeCharm(),
            on.updateStatus());
    for (EventSource<? extends HookEvent> source : sources) {
      observers.observe(source, this);
    }
    observers.precede(this);
    if (session.environment().hook() == LifecycleHook.REMOVE) { // else not even to be loaded
      observers.conclude(new Removal());
    }
    session.afterBeforeCommit(new Finish()); // whatever else is done then may still emit
  }

  /** Registers a handler under a name of its own choice, which deferred signals are kept under. */
  public <T extends Signal> void observe(
      SignalSource<T> source, String name, Handler<? super SignalEvent<T>> handler) {
    dispatch.add(new SignalObserver<>(name, source, handler));
  }

  /** Registers a handler; its name is the signal's and a number in the order of registration. */
  public <T extends Signal> void observe(
      SignalSource<T> source, Handler<? super SignalEvent<T>> handler) {
    observe(source, source.name() + "#" + dispatch.observersOf(source), handler);
  }

  /** Registers a handler for signals that are gone before they could be read. */
  public void observeGaps(Handler<? super GapEvent> handler) {
    dispatch.addGapHandler(handler);
  }

  /** Registers a handler for signals that could not be delivered. */
  public void observeParked(Handler<? super ParkedEvent> handler) {
    dispatch.addParkedHandler(handler);
  }

  /** Takes what the hook that runs may bring. Called by the framework. */
  @Override
  public void handle(HookEvent event) throws Exception {
    if (event instanceof RelationEvent relationEvent) {
      onRelation(relationEvent);
    } else {
      scan();
      if (event instanceof LifecycleEvent.UpdateStatus
          || event instanceof LifecycleEvent.UpgradeCharm) {
        outbox.showAll();
      }
    }
  }

  /** Offers deferred signals again, before the event of the hook. Called by the framework. */
  @Override
  public void run() throws Exception {
    if (dispatch.hasObservers()) {
      dispatch.redeliver();
    }
  }

  private void onRelation(RelationEvent event) throws Exception {
    Relation relation = event.relation();
    if (event instanceof RelationEvent.Broken) {
      for (String unit : outbox.units(relation)) {
        takeLeave(relation, unit);
      }
      outbox.close(relation);
      return;
    }
    if (event instanceof RelationEvent.Created) {
      outbox.begin(relation);
      return;
    }
    outbox.open(relation);
    if (event.unit().isEmpty()) {
      return; // an application's bag holds no signals
    }
    UnitName unit = event.unit().get();
    boolean leaving = event instanceof RelationEvent.Departed;
    inbox.look(relation, unit, leaving);
    if (leaving) {
      outbox.forget(relation.id().number(), unit.value());
    }
  }

  /** Looks at every stream, and puts right what a lost or skipped hook has left undone. */
  private void scan() throws Exception {
    if (!dispatch.hasObservers()) {
      dispatch.redeliver(); // parks what nobody will ever ask for again
    }
    Set<Integer> present = new HashSet<>();
    for (Relation relation : session.relations(endpoint)) {
      present.add(relation.id().number());
      outbox.open(relation);
      outbox.catchUpIfThereIsRoom(relation);
      Set<String> units = new HashSet<>();
      for (UnitName unit : relation.units()) {
        units.add(unit.value());
        inbox.look(relation, unit, false);
      }
      for (String unit : outbox.units(relation)) {
        if (!units.contains(unit)) {
          takeLeave(relation, unit);
        }
      }
    }
    for (Relation gone : outbox.allBut(present)) {
      for (String unit : outbox.units(gone)) {
        inbox.lookBack(gone, new UnitName(unit));
        outbox.forget(gone.id().number(), unit);
      }
      outbox.close(gone);
    }
  }

  /**
   * Hears the last words of a unit that is gone and whose departed hook was skipped. They can be
   * read as long as the relation is there (contract section 2.5).
   */
  private void takeLeave(Relation relation, String unit) throws Exception {
    inbox.look(relation, new UnitName(unit), true);
    outbox.forget(relation.id().number(), unit);
  }

  @Override
  public Emission emit(SignalSource<?> source, String snapshot, Optional<SignalTarget> target) {
    if (!observers.isSealed()) {
      throw new SignalBindingException(
          source.name(),
          "Signal \"%s\" is emitted while the charm is constructed, which happens in every hook;"
                  .formatted(source.name())
              + " emit it in a handler, such as that of on().install()");
    }
    Draft draft =
        new Draft(
            source.name(), snapshot, clock.instant(), session.isLeader(), source.isRetained());
    List<Relation> relations = session.relations(endpoint);
    if (target.isEmpty()) {
      return outbox.emit(draft, writable(relations), true);
    }
    for (Relation relation : relations) {
      if (relation.id().number() == target.get().relationNumber()) {
        return outbox.emit(draft, writable(List.of(relation)), false);
      }
    }
    if (target.get() instanceof Relation ours && ours.endpoint().equals(endpoint)) {
      return new Emission.Dropped(); // as when an answer is due, and the relation is being left
    }
    throw new ForeignRelationException(target.get().relationNumber(), endpoint, relations);
  }

  /** A unit that leaves a relation which lives on, as peers do, has it listed to its end. */
  private static List<Relation> writable(List<Relation> relations) {
    List<Relation> writable = new ArrayList<>(relations.size());
    for (Relation relation : relations) {
      if (!relation.isBroken()) {
        writable.add(relation);
      }
    }
    return writable;
  }

  /** Returns the name of the endpoint. */
  public String endpoint() {
    return endpoint;
  }

  /** Names the endpoint. */
  @Override
  public String toString() {
    return "SignalEndpoint[" + endpoint + ", " + signals.sources().size() + " sources]";
  }
}
