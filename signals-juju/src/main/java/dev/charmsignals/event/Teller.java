package dev.charmsignals.event;

import dev.charmsignals.model.HookSession;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands events to observers, and keeps for later what they put off. */
final class Teller {

  private final HookSession session;
  private final Clock clock;
  private final EventLines lines = new EventLines();
  private @Nullable Deferrals deferrals;

  Teller(HookSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  EventLines lines() {
    return lines;
  }

  /** Returns what is deferred; made for the charms that need it, which are few. */
  Deferrals deferrals() {
    Deferrals known = deferrals;
    if (known == null) {
      known = new Deferrals(session, clock, lines);
      deferrals = known;
    }
    return known;
  }

  /**
   * Tells an observer of an event, unless it will be told the same from what it put off.
   *
   * @throws Exception what its handler threw
   */
  void tell(Observer observer, Observer.Occurrence occurrence) throws Exception {
    if (observer.mayDefer() && deferrals().awaits(observer, occurrence)) {
      lines.skipping(observer);
      return;
    }
    Delivery delivery = new Delivery(session, observer, occurrence);
    occurrence.tell(delivery);
    Optional<Map<String, String>> deferred = delivery.end();
    if (deferred.isPresent()) {
      deferrals().keep(observer, deferred.get());
    }
  }

  /**
   * Tells all observers of an own event.
   *
   * @throws OwnEventException when a handler threw a checked exception
   */
  <E extends OwnEvent> void emit(OwnEventSource<E> source, E event) {
    lines.emitting(source);
    try {
      for (OwnObserver<E> observer : source.observers()) {
        tell(observer, observer.of(event));
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw OwnEventException.failed(source.name(), e);
    }
  }
}
