package dev.charmsignals.event;

import dev.charmsignals.hook.RelationHook;
import dev.charmsignals.hook.RelationStep;

/** The events of one endpoint's relations. Immutable. */
public final class RelationEvents {

  private final String endpoint;

  RelationEvents(String endpoint) {
    this.endpoint = endpoint;
  }

  /** Returns the endpoint's name. */
  public String endpoint() {
    return endpoint;
  }

  /** Returns the source of {@link RelationEvent.Created}. */
  public EventSource<RelationEvent.Created> created() {
    return source(RelationStep.CREATED, RelationEvent.Created.class);
  }

  /** Returns the source of {@link RelationEvent.Joined}. */
  public EventSource<RelationEvent.Joined> joined() {
    return source(RelationStep.JOINED, RelationEvent.Joined.class);
  }

  /** Returns the source of {@link RelationEvent.Changed}. */
  public EventSource<RelationEvent.Changed> changed() {
    return source(RelationStep.CHANGED, RelationEvent.Changed.class);
  }

  /** Returns the source of {@link RelationEvent.Departed}. */
  public EventSource<RelationEvent.Departed> departed() {
    return source(RelationStep.DEPARTED, RelationEvent.Departed.class);
  }

  /** Returns the source of {@link RelationEvent.Broken}. */
  public EventSource<RelationEvent.Broken> broken() {
    return source(RelationStep.BROKEN, RelationEvent.Broken.class);
  }

  private <E extends RelationEvent> EventSource<E> source(RelationStep step, Class<E> type) {
    return new EventSource<>(new RelationHook(endpoint, step), type);
  }
}
