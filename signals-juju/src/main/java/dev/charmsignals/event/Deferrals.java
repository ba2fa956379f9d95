package dev.charmsignals.event;

import dev.charmsignals.defer.DeferLimits;
import dev.charmsignals.defer.DeferQueue;
import dev.charmsignals.defer.DeferredEvent;
import dev.charmsignals.model.HookSession;
import java.time.Clock;
import java.time.Duration;
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

  private static final String REMOVED = "its unit is removed";

  private final HookSession session;
  private final Clock clock;
  private final EventLines lines;
  private final DeferStore store;
  private final List<Handler<? super ParkedDeferral>> parkedHandlers = new ArrayList<>();
  private DeferLimits limits = DeferLimits.DEFAULT;
  private boolean telling;
  private boolean last;

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
    if (!queue.concerns(observer.name())) {
      return false;
    }
    try {
      return queue.holds(observer.name(), observer.event(), occurrence.facts());
    } catch (OwnEventException cannotBeKept) {
      return false; // so it is not among those that are; it matters only to who defers it
    }
  }

  /**
   * Keeps an event, and parks what there is no room for any more.
   *
   * @throws Exception what somebody threw who was told of parked events
   */
  void keep(Observer observer, Map<String, String> facts) throws Exception {
    if (store.get().holds(observer.name(), observer.event(), facts)) {
      lines.skipping(observer); // its handler had the same event emitted, which was put off
      return;
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    DeferredEvent event =
        new DeferredEvent(
            store.get().next(), observer.name(), observer.event(), new TreeMap<>(facts), at);
    lines.deferring(observer, event.number());
    keep(event);
  }

  private void keep(DeferredEvent event) throws Exception {
    if (last) {
      park(event, REMOVED);
      return;
    }
    // One that was put off while this one was offered, and says the same, gives way to it.
    store.set(store.get().minusSame(event).plus(event));
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
    if (Duration.between(event.at(), clock.instant()).compareTo(limits.age()) > 0) {
      park(event, "it has been deferred for longer than " + age());
    } else {
      lines.deferring(observer, event.number());
      keep(event);
    }
  }

  private String age() {
    long hours = limits.age().toHours();
    return hours > 0 ? hours + " hours" : limits.age().toSeconds() + " seconds";
  }

  /** Parks all that waits, and what is put off from here on, because no hook will follow. */
  void parkAll() throws Exception {
    last = true;
    for (DeferredEvent event : store.get().events()) {
      park(event, REMOVED);
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
    if (telling) {
      return; // what is parked because somebody was told of it could go on for ever
    }
    telling = true;
    try {
      for (Handler<? super ParkedDeferral> handler : parkedHandlers) {
        handler.handle(parked);
      }
    } finally {
      telling = false;
    }
  }
}
