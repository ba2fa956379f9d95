package dev.charmsignals.event;

import dev.charmsignals.hook.EnvironmentException;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.RelationHook;
import dev.charmsignals.hook.RelationStep;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An observer of what a hook tells.
 *
 * @param <E> the kind of event
 */
final class HookObserver<E extends HookEvent> extends Observer {

  private final EventSource<E> source;
  private final Handler<? super E> handler;

  HookObserver(String name, boolean named, EventSource<E> source, Handler<? super E> handler) {
    super(name, named);
    this.source = source;
    this.handler = Objects.requireNonNull(handler, "handler");
  }

  @Override
  String event() {
    return source.hook().hookName();
  }

  @Override
  boolean mayDefer() {
    return isNamed() && DeferrableEvent.class.isAssignableFrom(source.type());
  }

  @Override
  Class<?> type() {
    return source.type();
  }

  /** Returns the event of a hook. */
  Occurrence of(HookEnvironment environment) {
    return new Told(environment);
  }

  @Override
  Occurrence restore(Map<String, String> facts, HookSession session) throws LostEventException {
    Map<String, String> variables = new HashMap<>(facts);
    variables.put("JUJU_UNIT_NAME", session.environment().unit().value());
    variables.put("JUJU_DISPATCH_PATH", "hooks/".concat(event()));
    try {
      HookEnvironment environment = HookEnvironment.of(variables);
      if (source.hook() instanceof RelationHook hook) {
        requireRelation(hook, environment, session);
      }
      Told told = new Told(environment);
      told.check(session);
      return told;
    } catch (EnvironmentException e) {
      throw new LostEventException("what is kept of it cannot be read");
    }
  }

  /** Checks that the relation of a deferred event is there, if it says more than that it is not. */
  private static void requireRelation(RelationHook hook, HookEnvironment then, HookSession session)
      throws LostEventException {
    RelationId id = then.relation().orElseThrow();
    if (!id.endpoint().equals(hook.endpoint())) {
      throw new LostEventException("what is kept of it cannot be read");
    }
    if (hook.step() == RelationStep.DEPARTED || hook.step() == RelationStep.BROKEN) {
      return;
    }
    Optional<RelationId> current = session.environment().relation();
    boolean isCurrent = current.isPresent() && current.get().number() == id.number();
    if (isCurrent ? session.relation(id).isBroken() : !isThere(id, session)) {
      throw new LostEventException("its relation is gone");
    }
  }

  private static boolean isThere(RelationId id, HookSession session) {
    for (Relation relation : session.relations(id.endpoint())) {
      if (relation.id().number() == id.number()) {
        return true;
      }
    }
    return false;
  }

  private final class Told implements Occurrence {

    private final HookEnvironment environment;

    Told(HookEnvironment environment) {
      this.environment = environment;
    }

    /** Makes the event in vain, so that what is missing shows before it is offered. */
    void check(HookSession session) {
      CurrentEvent.of(environment, new Delivery(session, HookObserver.this, this));
    }

    @Override
    public SortedMap<String, String> facts() {
      return EventFacts.of(environment);
    }

    @Override
    public void tell(Delivery delivery) throws Exception {
      handler.handle(source.type().cast(CurrentEvent.of(environment, delivery)));
    }
  }
}
