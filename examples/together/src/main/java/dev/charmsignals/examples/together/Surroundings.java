package dev.charmsignals.examples.together;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.examples.reconciler.Cluster;
import dev.charmsignals.examples.reconciler.ReconcilerCharm;
import dev.charmsignals.reconciler.Component;
import dev.charmsignals.testkit.SimulatedContainer;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All around the reconciler charm that can fail; nothing does until it is told to. */
final class Surroundings implements Cluster {

  private final Set<String> resources = new HashSet<>();
  private final Map<String, UnaryOperator<Component>> twists = new HashMap<>();
  private boolean reachable = true;
  private boolean starting = true;
  private boolean keeping = true;
  private boolean answering = true;
  private boolean related1 = true;
  private boolean related2 = true;

  Surroundings unreachableContainer() {
    reachable = false;
    return this;
  }

  Surroundings serviceThatDoesNotStart() {
    starting = false;
    return this;
  }

  Surroundings withoutRelation1() {
    related1 = false;
    return this;
  }

  Surroundings withoutRelation2() {
    related2 = false;
    return this;
  }

  Surroundings clusterThatLosesResources() {
    keeping = false;
    return this;
  }

  Surroundings clusterThatRefuses() {
    answering = false;
    return this;
  }

  Surroundings twist(String component, UnaryOperator<Component> twist) {
    twists.put(component, twist);
    return this;
  }

  boolean hasRelation1() {
    return related1;
  }

  boolean hasRelation2() {
    return related2;
  }

  /** Makes the container as it is to be, before the unit runs its first hook. */
  void arrange(SimulatedContainer container) {
    if (!starting) {
      container.pebble().exitAtOnce("my-service", 1);
    }
    if (!reachable) {
      container.disconnect();
    }
  }

  Charm charm(CharmContext context) {
    return new ReconcilerCharm(
        context,
        this,
        component ->
            twists.getOrDefault(component.name(), UnaryOperator.identity()).apply(component));
  }

  @Override
  public boolean has(String application) {
    return resources.contains(application);
  }

  @Override
  public void apply(String application) throws IOException {
    if (!answering) {
      throw new IOException("Kubernetes answers with HTTP status 503");
    }
    if (keeping) {
      resources.add(application);
    }
  }

  @Override
  public void keepOnly(Collection<String> applications) {
    resources.retainAll(applications);
  }
}
