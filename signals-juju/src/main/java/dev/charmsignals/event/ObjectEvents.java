package dev.charmsignals.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events that one kind of object emits, declared as fields of a subclass:
 *
 * <pre>{@code
 * final class DatabaseEvents extends ObjectEvents {
 *   final OwnEventSource<Ready> ready = source("ready", Ready.class);
 * }
 * }</pre>
 *
 * <p>An instance belongs to one object of one charm, for one hook. {@code Charm.events} binds it,
 * or {@link Observers#bind}, as in {@code context.observers().bind(new DatabaseEvents(),
 * "database")}. Usually it is a library's: within a charm a method call does.
 */
public abstract class ObjectEvents {

  private final Map<String, OwnEventSource<?>> sources = new LinkedHashMap<>();
  private @Nullable Observers observers;
  private String key = "";

  /** Called by the author's subclass. */
  protected ObjectEvents() {}

  /**
   * Declares a source. Its name stays in charm state while an event of it is deferred, so it should
   * outlive the class's.
   *
   * @param name letters, digits, dots, dashes and underscores, one of its own here
   * @throws OwnEventException when the name is taken or is none
   * @throws dev.charmsignals.snapshot.ShapeException when a component cannot be kept
   */
  protected final <E extends Record & OwnEvent> OwnEventSource<E> source(
      String name, Class<E> type) {
    if (!PlainName.is(name)) {
      throw OwnEventException.malformed(name);
    }
    OwnEventSource<E> source = new OwnEventSource<>(this, name, type);
    source.check();
    if (sources.putIfAbsent(name, source) != null) {
      throw OwnEventException.taken(name);
    }
    return source;
  }

  /**
   * Has observers of a source told more than what is kept of its events.
   *
   * @param kept a source of this object's
   * @param shown makes the event that an observer is told, each time it is, of what was kept; the
   *     delivery that it is given belongs into the event
   */
  protected final <K extends OwnEvent, E extends DeferrableEvent> LiveEventSource<K, E> live(
      OwnEventSource<K> kept, Function<? super Emitted<K>, ? extends E> shown) {
    return new LiveEventSource<>(kept, shown);
  }

  void bind(Observers observers, String key) {
    if (this.observers != null) {
      throw OwnEventException.boundTwice(getClass());
    }
    this.observers = observers;
    this.key = key;
  }

  Observers observers(String name) {
    if (observers == null) {
      throw OwnEventException.unbound(name);
    }
    return observers;
  }

  String key(String name) {
    observers(name);
    return key;
  }
}
