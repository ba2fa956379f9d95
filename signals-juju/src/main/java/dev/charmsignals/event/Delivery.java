package dev.charmsignals.event;

import dev.charmsignals.model.HookSession;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one observer; what an event is bound to the running hook by.
 *
 * <p>It is no fact of the event: events that say the same are equal, whoever they are on the way
 * to. Made by the framework; an author's code only passes it on.
 */
public final class Delivery {

  private final HookSession session;
  private final Observer observer;
  private final Observer.Occurrence occurrence;
  private @Nullable SortedMap<String, String> deferred;
  private boolean over;

  Delivery(HookSession session, Observer observer, Observer.Occurrence occurrence) {
    this.session = session;
    this.observer = observer;
    this.occurrence = occurrence;
  }

  /** Returns the hook that runs, for events whose objects are made when first asked for. */
  HookSession session() {
    return session;
  }

  void defer() {
    if (over) {
      throw DeferException.late(observer.event(), observer.name());
    }
    if (!observer.isNamed()) {
      throw DeferException.unnamed(observer.event());
    }
    if (deferred == null) {
      deferred = occurrence.facts();
    }
  }

  /** Ends it when the handler has returned; gives what is to be kept if it is put off. */
  Optional<Map<String, String>> end() {
    over = true;
    return Optional.ofNullable(deferred);
  }

  /** Returns whether the other is a delivery, too, so that it never tells events apart. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Delivery;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "Delivery";
  }
}
