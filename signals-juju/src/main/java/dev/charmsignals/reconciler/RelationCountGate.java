package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds back what depends on it unless enough and not too many applications are related over some
 * endpoints together. Does nothing by itself.
 */
public final class RelationCountGate implements Component {

  private final String name;
  private final CharmContext context;
  private final List<String> endpoints;
  private final RelatedCount count;

  /** Creates it for exactly one related application, for {@link Reconciler#add}. */
  public RelationCountGate(String name, CharmContext context, List<String> endpoints) {
    this(name, context, endpoints, 1, 1);
  }

  /**
   * Creates it with its bounds, for {@link Reconciler#add}.
   *
   * @throws IllegalArgumentException when a bound is negative or the bounds are the wrong way round
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the charm does not declare one
   */
  public RelationCountGate(
      String name, CharmContext context, List<String> endpoints, int minimum, int maximum) {
    this.name = name;
    this.context = context;
    this.endpoints = List.copyOf(endpoints);
    this.count = new RelatedCount(minimum, maximum);
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns active between the bounds, and blocked outside. */
  @Override
  public Status status() {
    int related = 0;
    List<String> used = new ArrayList<>();
    for (String endpoint : endpoints) {
      int relations = RelatedCount.living(context, endpoint).size();
      related += relations;
      if (relations > 0) {
        used.add(endpoint);
      }
    }
    if (related < count.minimum()) {
      return Status.blocked(
          "Too few related applications: got %d; need at least %d across %s."
              .formatted(related, count.minimum(), quoted(endpoints)));
    }
    if (related > count.maximum()) {
      return Status.blocked(
          "Too many related applications are present (got %d; max is %d) via: %s. Remove some to unblock."
              .formatted(related, count.maximum(), quoted(used)));
    }
    return Status.active();
  }

  /** Returns the changed and broken events of its endpoints. */
  @Override
  public List<EventSource<? extends HookEvent>> events() {
    List<EventSource<? extends HookEvent>> events = new ArrayList<>();
    for (String endpoint : endpoints) {
      events.add(context.events().relation(endpoint).changed());
      events.add(context.events().relation(endpoint).broken());
    }
    return events;
  }

  private static String quoted(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
