package dev.charmsignals.event;

import dev.charmsignals.model.HookSession;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * An observer of what an object of the charm tells.
 *
 * @param <E> the class of the event
 */
final class OwnObserver<E extends OwnEvent> extends Observer {

  private final OwnEventSource<E> source;
  private final Handler<? super Emitted<E>> handler;

  OwnObserver(
      String name, boolean named, OwnEventSource<E> source, Handler<? super Emitted<E>> handler) {
    super(name, named);
    this.source = source;
    this.handler = Objects.requireNonNull(handler, "handler");
  }

  @Override
  String event() {
    return source.name();
  }

  @Override
  boolean mayDefer() {
    return isNamed();
  }

  @Override
  Class<?> type() {
    return source.type();
  }

  /** Returns what is to be told of an event. */
  Occurrence of(E event) {
    return new Told(event);
  }

  @Override
  Occurrence restore(Map<String, String> facts, HookSession session) throws LostEventException {
    return new Told(source.restore(facts));
  }

  private final class Told implements Occurrence {

    private final E event;

    Told(E event) {
      this.event = event;
    }

    @Override
    public SortedMap<String, String> facts() {
      return source.facts(event);
    }

    @Override
    public void tell(Delivery delivery) throws Exception {
      handler.handle(new Emitted<>(event, delivery));
    }
  }
}
