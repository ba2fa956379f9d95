package dev.charmsignals.examples.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;
import java.io.IOException;
import java.util.List;

// region component
/** A resource in the cluster for every application that is related on relation-2. */
final class KubernetesResource implements Component {

  private final CharmContext context;
  private final Cluster cluster;

  KubernetesResource(CharmContext context, Cluster cluster) {
    this.context = context;
    this.cluster = cluster;
  }

  @Override
  public String name() {
    return "kubernetes-resource";
  }

  @Override
  public List<EventSource<? extends HookEvent>> events() {
    return List.of(
        context.events().relation("relation-2").created(),
        context.events().relation("relation-2").broken());
  }

  @Override
  public void configureAsLeader() throws IOException {
    for (String application : related()) {
      cluster.apply(application);
    }
    cluster.keepOnly(related());
  }

  @Override
  public Status status() throws IOException {
    if (context.session().isLeader()) { // the others need not ask the cluster
      for (String application : related()) {
        if (!cluster.has(application)) {
          return Status.blocked(
              "Not all resources found in cluster.  This may be transient if we haven't tried to"
                  + " deploy them yet.");
        }
      }
    }
    return Status.active();
  }

  @Override
  public void remove() throws IOException {
    // Any unit that leaves, because the last one need not lead; a leader that stays makes them
    // anew.
    cluster.keepOnly(List.of());
  }

  private List<String> related() {
    return context.session().relations("relation-2").stream()
        .filter(relation -> !relation.isBroken())
        .map(Relation::application)
        .toList();
  }
}

// endregion
