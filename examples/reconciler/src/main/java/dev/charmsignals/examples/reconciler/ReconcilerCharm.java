package dev.charmsignals.examples.reconciler;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.model.Relation;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.Service;
import dev.charmsignals.reconciler.Component;
import dev.charmsignals.reconciler.PebbleService;
import dev.charmsignals.reconciler.Reconciler;
import java.util.function.UnaryOperator;

/**
 * Runs a service, tells those related on relation-1 where it is, and makes a Kubernetes resource
 * for each application related on relation-2; each of it as far as it can be done.
 */
public final class ReconcilerCharm extends Charm {

  /** Called by {@link CharmMain} for every hook. */
  public ReconcilerCharm(CharmContext context) {
    this(
        context,
        new InCluster(context.environment().unit().application()),
        UnaryOperator.identity());
  }

  /**
   * Called where something is to fail.
   *
   * @param cluster where resources are made
   * @param around what is added to the reconciler for each component
   */
  public ReconcilerCharm(CharmContext context, Cluster cluster, UnaryOperator<Component> around) {
    super(context);
    Component pebbleService =
        around.apply(new PebbleService("pebble-service", context, "workload", this::layer));
    Component relation1 = around.apply(new NeededRelation(context, "relation-1", this::tellPort));
    Component relation2 = around.apply(new NeededRelation(context, "relation-2", relation -> {}));
    Component kubernetesResource = around.apply(new KubernetesResource(context, cluster));

    // region graph
    Reconciler reconciler = new Reconciler(context);
    reconciler.add(pebbleService);
    reconciler.add(relation1).dependsOn(pebbleService);
    reconciler.add(relation2);
    reconciler.add(kubernetesResource).dependsOn(relation2);
    reconciler.installDefaultHandlers();
    // endregion
  }

  // region layer
  private Layer layer() {
    return Layer.empty()
        .service("my-service", Service.replacing("my-service --port " + port()).enabled());
  }

  // endregion

  private void tellPort(Relation relation) {
    relation.ownApplicationBag().put("port", Long.toString(port()));
  }

  private long port() {
    return config().integer("port").orElse(8080L);
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(ReconcilerCharm::new);
  }
}
