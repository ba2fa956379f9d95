package dev.charmsignals.bus;

import dev.charmsignals.event.Handler;
import dev.charmsignals.log.Entry;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Savepoint;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.snapshot.RestoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what arrived to those who observe it: the last stage of a signal's way. */
final class Dispatch {

  private final ObjectSignals signals;
  private final HookSession session;
  private final OpenLedger ledger;
  private final List<SignalObserver<?>> observers = new ArrayList<>();
  private final List<Handler<? super GapEvent>> gapHandlers = new ArrayList<>();
  private final List<Handler<? super ParkedEvent>> parkedHandlers = new ArrayList<>();

  /** What became of one signal. */
  enum Outcome {
    /** It has been dealt with; the cursor may move on. */
    DONE,
    /** Its handlers failed and shall try again in another hook; nothing they did remains. */
    AGAIN,
    /** There is no room to put it off, so it stays in its stream; nothing of it was done. */
    NO_ROOM
  }

  Dispatch(ObjectSignals signals, HookSession session, OpenLedger ledger) {
    this.signals = signals;
    this.session = session;
    this.ledger = ledger;
  }

  void add(SignalObserver<?> observer) {
    if (observer.name().isEmpty()) {
      throw new SignalBindingException(
          observer.source().name(),
          "An observer of signal \"%s\" has an empty name; give it one such as \"fetch\""
              .formatted(observer.source().name()));
    }
    for (SignalObserver<?> other : observers) {
      if (other.name().equals(observer.name())) {
        throw new SignalBindingException(
            observer.name(),
            "Two observers of an endpoint are named \"%s\", of signal \"%s\" and of \"%s\"; give"
                    .formatted(observer.name(), other.source().name(), observer.source().name())
                + " one another name");
      }
    }
    observers.add(observer);
  }

  boolean hasObservers() {
    return !observers.isEmpty();
  }

  int observersOf(SignalSource<?> source) {
    int count = 0;
    for (SignalObserver<?> observer : observers) {
      count += observer.source() == source ? 1 : 0;
    }
    return count;
  }

  void addGapHandler(Handler<? super GapEvent> handler) {
    gapHandlers.add(handler);
  }

  void addParkedHandler(Handler<? super ParkedEvent> handler) {
    parkedHandlers.add(handler);
  }

  /**
   * Delivers a signal to all its observers.
   *
   * @param failures how often it has been tried in vain before
   * @param last whether its unit is leaving, so that nothing can wait in its stream
   * @throws Exception what a handler threw, unless its source lets it try again
   */
  Outcome deliver(Origin origin, Entry entry, int failures, boolean last) throws Exception {
    Optional<SignalSource<?>> source = signals.source(entry.name());
    if (source.isEmpty()) {
      park(origin, entry.seq(), "no signal of this charm is named \"" + entry.name() + "\"");
      return Outcome.DONE;
    }
    Deferred waited = ledger.get().deferred();
    Savepoint before = session.savepoint();
    try {
      for (SignalObserver<?> observer : observers) {
        if (observer.source() == source.get()) {
          tellInOrder(observer, origin, entry, waited);
        }
      }
    } catch (RestoreException e) {
      session.rollback(before);
      park(origin, entry.seq(), "signal \"" + entry.name() + "\" does not fit: " + e.reason());
      return Outcome.DONE;
    } catch (Exception e) {
      int attempts = source.get().attempts();
      if (attempts == 0) {
        throw e;
      }
      session.rollback(before);
      return afterFailure(origin, entry, failures + 1, last ? failures + 1 : attempts, e);
    }
    Deferred waiting = ledger.get().deferred();
    // Where nothing else waits it would never find more room than now.
    if (waiting != waited && !waited.items().isEmpty() && waiting.isOverfull()) {
      session.rollback(before);
      if (last) {
        park(origin, entry.seq(), "too many signals are deferred, and its unit has left");
        return Outcome.DONE;
      }
      log()
          .warn(
              "Too many signals are deferred; {} {} from {} and what follows it wait in their stream",
              entry.name(),
              entry.seq(),
              origin.emitter());
      return Outcome.NO_ROOM;
    }
    return Outcome.DONE;
  }

  private void tellInOrder(SignalObserver<?> observer, Origin origin, Entry entry, Deferred waited)
      throws Exception {
    boolean waits = ledger.get().deferred().holds(observer.name(), origin);
    if (waits || observer.tell(origin, relationOf(origin), entry)) {
      Deferred.Item item = new Deferred.Item(observer.name(), 0, origin, entry);
      Deferred more = ledger.get().deferred().plus(item);
      // With those of other observers of the same signal, unless others make room before it.
      if ((waited.items().isEmpty() ? more : Deferred.NOTHING.plus(item)).isTooLong()) {
        park(
            origin,
            entry.seq(),
            "\"" + observer.name() + "\" put it off, and it is too long for that");
        return;
      }
      ledger.set(ledger.get().with(more));
    }
  }

  /** The relation, or what is left of it where the signal was put off and it is gone since. */
  private Relation relationOf(Origin origin) {
    RelationId id = origin.relation();
    return session.findRelation(id.endpoint(), id.number(), origin.application());
  }

  private Outcome afterFailure(Origin origin, Entry entry, int failures, int attempts, Exception e)
      throws Exception {
    if (failures < attempts) {
      log()
          .warn(
              "Signal {} {} from {} failed, attempt {} of {}; it is tried again in a later hook",
              entry.name(),
              entry.seq(),
              origin.emitter(),
              failures,
              attempts,
              e);
      return Outcome.AGAIN;
    }
    log()
        .warn(
            "Signal {} {} from {} failed for good", entry.name(), entry.seq(), origin.emitter(), e);
    park(origin, entry.seq(), "its handler failed " + failures + " times");
    return Outcome.DONE;
  }

  /** Offers every deferred signal again, oldest first; those behind one that waits wait too. */
  void redeliver() throws Exception {
    if (!ledger.mayHoldDeferred()) {
      return; // most hooks, so that they read nothing of the ledger for nothing
    }
    List<Deferred.Item> due = ledger.get().deferred().items();
    Set<String> waiting = new HashSet<>();
    for (Deferred.Item item : due) {
      String lane = item.lane();
      if (waiting.contains(lane)) {
        continue;
      }
      Optional<Deferred.Item> stays = offer(item);
      replace(item, stays);
      if (stays.isPresent()) {
        waiting.add(lane);
      }
    }
  }

  /** Returns the item as it is to be kept, or nothing when it has been dealt with. */
  private Optional<Deferred.Item> offer(Deferred.Item item) throws Exception {
    Origin origin = item.origin();
    Entry entry = item.entry();
    for (SignalObserver<?> observer : observers) {
      boolean same = observer.source().name().equals(entry.name()); // or an upgrade changed that
      if (!same || !observer.name().equals(item.observer())) {
        continue;
      }
      Savepoint before = session.savepoint();
      try {
        boolean again = observer.tell(origin, relationOf(origin), entry);
        return again ? Optional.of(item) : Optional.empty();
      } catch (RestoreException e) {
        session.rollback(before);
        park(origin, entry.seq(), "signal \"" + entry.name() + "\" no longer fits: " + e.reason());
        return Optional.empty();
      } catch (Exception e) {
        int attempts = observer.source().attempts();
        if (attempts == 0) {
          throw e;
        }
        session.rollback(before);
        Outcome outcome = afterFailure(origin, entry, item.attempts() + 1, attempts, e);
        return outcome == Outcome.AGAIN ? Optional.of(item.attempted()) : Optional.empty();
      }
    }
    park(
        origin,
        entry.seq(),
        "its observer \"" + item.observer() + "\", which deferred it, is gone from the charm");
    return Optional.empty();
  }

  /** Parks every signal that is put off, because no hook of this unit will follow. */
  void parkAll() throws Exception {
    if (!ledger.mayHoldDeferred()) {
      return;
    }
    for (Deferred.Item item : ledger.get().deferred().items()) {
      replace(item, Optional.empty());
      park(
          item.origin(),
          item.entry().seq(),
          "it still waited for \"" + item.observer() + "\" when its unit was removed");
    }
  }

  private void replace(Deferred.Item item, Optional<Deferred.Item> stays) {
    List<Deferred.Item> items = new ArrayList<>(ledger.get().deferred().items());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) == item) {
        items.remove(i);
        if (stays.isPresent()) {
          items.add(i, stays.get());
        }
        break;
      }
    }
    ledger.set(ledger.get().with(new Deferred(items)));
  }

  void park(Origin origin, long seq, String reason) throws Exception {
    ledger.set(ledger.get().oneMoreParked());
    log()
        .warn(
            "Signal {} from {} on {} is parked: {}",
            seq,
            origin.emitter(),
            origin.relation(),
            reason);
    ParkedEvent event =
        new ParkedEvent(
            origin.emitter(),
            relationOf(origin),
            origin.stream().value(),
            seq,
            reason,
            ledger.get().parked());
    for (Handler<? super ParkedEvent> handler : parkedHandlers) {
      handler.handle(event);
    }
  }

  void gap(Origin origin, long from, long to) throws Exception {
    log()
        .warn(
            "Signals {} to {} from {} on {} are gone before they could be read",
            from,
            to,
            origin.emitter(),
            origin.relation());
    GapEvent event =
        new GapEvent(origin.emitter(), relationOf(origin), origin.stream().value(), from, to);
    for (Handler<? super GapEvent> handler : gapHandlers) {
      handler.handle(event);
    }
  }

  private static Logger log() {
    return LoggerFactory.getLogger(Dispatch.class);
  }
}
