package dev.charmsignals.examples.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;
import java.util.List;

/** A relation that has to be there, and what the leader writes to it. */
final class NeededRelation implements Component {

  private final CharmContext context;
  private final String endpoint;
  private final Greeting greeting;

  /** What the leader writes to each relation. */
  @FunctionalInterface
  interface Greeting {
    void write(Relation relation);
  }

  NeededRelation(CharmContext context, String endpoint, Greeting greeting) {
    this.context = context;
    this.endpoint = endpoint;
    this.greeting = greeting;
  }

  @Override
  public String name() {
    return endpoint;
  }

  @Override
  public List<EventSource<? extends HookEvent>> events() {
    return List.of(
        context.events().relation(endpoint).created(),
        context.events().relation(endpoint).broken());
  }

  @Override
  public void configureAsLeader() {
    relations().forEach(greeting::write);
  }

  @Override
  public Status status() {
    return relations().isEmpty()
        ? Status.blocked("Please add the missing relation: " + endpoint)
        : Status.active();
  }

  private List<Relation> relations() {
    return context.session().relations(endpoint).stream()
        .filter(relation -> !relation.isBroken())
        .toList();
  }
}
