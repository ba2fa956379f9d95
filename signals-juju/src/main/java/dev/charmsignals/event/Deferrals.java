package dev.charmsignals.event;

import dev.charmsignals.defer.DeferLimits;
import dev.charmsignals.defer.DeferQueue;
import dev.charmsignals.defer.DeferredEvent;
import dev.charmsignals.model.HookSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps what observers put off and offers it to them again. */
final class Deferrals {

  private final HookSession session;
  private final Clock clock;
  private final EventLines lines;
  private final DeferStore store;
  private final List<Handler<? super ParkedDeferral>> parkedHandlers = new ArrayList<>();
  private DeferLimits limits = DeferLimits.DEFAULT;

  Deferrals(HookSession session, Clock clock, EventLines lines) {
    this.session = session;
    this.clock = clock;
    this.lines = lines;
    this.store = new DeferStore(session);
  }

  void limit(DeferLimits limits) {
    this.limits = limits;
  }

  void add(Handler<? super ParkedDeferral> handler) {
    parkedHandlers.add(handler);
  }

  /** Returns whether the observer will be told the same from what it put off. */
  boolean awaits(Observer observer, Observer.Occurrence occurrence) {
    DeferQueue queue = store.get();
    return queue.concerns(observer.name())
        && queue.holds(observer.name(), observer.event(), occurrence.facts());
  }

  /**
   * Keeps an event, and parks what there is no room for any more.
   *
   * @throws Exception what somebody threw who was told of parked events
   */
  void keep(Observer observer, Map<String, String> facts) throws Exception {
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    DeferredEvent event =
        new DeferredEvent(
            store.get().next(), observer.name(), observer.event(), new TreeMap<>(facts), at);
    lines.deferring(observer, event.number());
    keep(event);
  }

  private void keep(DeferredEvent event) throws Exception {
    store.set(store.get().plus(event));
    for (Optional<DeferredEvent> excess = store.get().excess(limits);
        excess.isPresent();
        excess = store.get().excess(limits)) {
      park(excess.get(), "too many events are deferred");
    }
  }

  /**
   * Offers every event again, oldest first.
   *
   * @throws Exception what a handler threw
   */
  void redeliver(Map<String, Observer> observers) throws Exception {
    for (DeferredEvent event : store.get().events()) {
      if (store.get().events().contains(event)) { // not parked meanwhile
        offer(event, observers.get(event.observer()));
      }
    }
  }

  private void offer(DeferredEvent event, @Nullable Observer observer) throws Exception {
    if (observer == null) {
      park(event, "the charm has no observer of that name any more");
      return;
    }
    if (!observer.event().equals(event.event()) || !observer.mayDefer()) {
      park(event, "the observer of that name is one of " + observer.event() + " now");
      return;
    }
    Observer.Occurrence occurrence;
    try {
      occurrence = observer.restore(event.facts(), session);
    } catch (LostEventException e) {
      park(event, e.reason());
      return;
    }
    // Taken out meanwhile, so that the handler may bring about the same event anew.
    store.set(store.get().minus(event.number()));
    lines.offering(observer, event.number());
    Delivery delivery = new Delivery(session, observer, occurrence);
    occurrence.tell(delivery);
    if (delivery.end().isEmpty()) {
      return;
    }
    if (event.at().plus(limits.age()).isBefore(clock.instant())) {
      park(event, "it has been deferred for longer than " + limits.age().toHours() + " hours");
    } else {
      lines.deferring(observer, event.number());
      keep(event);
    }
  }

  /** Parks all that waits, because no hook will follow. */
  void parkAll() throws Exception {
    for (DeferredEvent event : store.get().events()) {
      park(event, "its unit is removed");
    }
  }

  private void park(DeferredEvent event, String reason) throws Exception {
    store.set(store.get().minus(event.number()));
    LoggerFactory.getLogger(Deferrals.class)
        .warn(
            "Event {} that observer {} deferred is parked: {}",
            event.event(),
            event.observer(),
            reason);
    ParkedDeferral parked = new ParkedDeferral(event.observer(), event.event(), event.at(), reason);
    for (Handler<? super ParkedDeferral> handler : parkedHandlers) {
      handler.handle(parked);
    }
  }
}
