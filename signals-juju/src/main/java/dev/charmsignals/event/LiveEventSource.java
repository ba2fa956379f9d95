package dev.charmsignals.event;

import java.util.function.Function;

/**
 * One kind of own event that is more than what is kept of it: while it is deferred, charm state
 * holds a record that says what it is about, and whoever is told of it gets an event that shows how
 * things are by then. So it can show secrets, which no kept event may.
 *
 * <p>Made by {@link ObjectEvents#live}, observed like any other source.
 *
 * @param <K> what is kept
 * @param <E> what observers are told
 */
public final class LiveEventSource<K extends OwnEvent, E extends DeferrableEvent> {

  private final OwnEventSource<K> kept;
  private final Function<? super Emitted<K>, ? extends E> shown;

  LiveEventSource(OwnEventSource<K> kept, Function<? super Emitted<K>, ? extends E> shown) {
    this.kept = kept;
    this.shown = shown;
  }

  OwnEventSource<K> kept() {
    return kept;
  }

  Handler<Emitted<K>> showingTo(Handler<? super E> handler) {
    return emitted -> handler.handle(shown.apply(emitted));
  }

  /** Names the source. */
  @Override
  public String toString() {
    return kept.toString();
  }
}
