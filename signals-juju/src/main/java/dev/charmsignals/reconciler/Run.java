package dev.charmsignals.reconciler;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Savepoint;
import dev.charmsignals.model.Status;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the components of a graph, each at most once, and tells how they stand. */
final class Run {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final Graph graph;
  private final HookSession session;
  private final boolean showsProgress;

  Run(Graph graph, HookSession session, boolean showsProgress) {
    this.graph = graph;
    this.session = session;
    this.showsProgress = showsProgress;
  }

  /** Runs whatever can be run, in order, until nothing is left or all that is left is held. */
  Round reconcile() {
    LOG.info("Starting to reconcile for event '{}'", session.environment().hook().hookName());
    begin(false);
    Round round = Round.of(graph);
    for (Optional<Node> next = round.next(); next.isPresent(); next = round.next()) {
      Node node = next.get();
      execute(node);
      round = Round.of(graph);
      LOG.info(
          "Execution for component '{}' complete.  Component now has status '{}'",
          node.name(),
          ComponentStatus.text(round.of(node).status()));
    }
    LOG.info("Reconcile execution loop complete.");
    return round;
  }

  /** Asks all components how they stand, and runs none. */
  Round look() {
    begin(true);
    return Round.of(graph);
  }

  /** Shows the worst status as the unit's, and logs all. */
  void show(Round round) {
    List<ComponentStatus> statuses = round.worstFirst();
    if (statuses.isEmpty()) {
      session.unit().setStatus(Status.active());
      return;
    }
    LOG.info("Status of all components:");
    for (ComponentStatus status : statuses) {
      LOG.info("Status: {}", status);
    }
    Optional<Status> worst = ComponentStatus.worst(statuses);
    if (worst.isPresent()) {
      show(worst.get());
      LOG.info("Status of unit set to: {}", ComponentStatus.text(worst));
    }
  }

  private void show(Status status) {
    if (status instanceof Status.Maintenance) {
      // Set plainly it would be shown at once, as progress; but it is how a run has ended.
      session.unit().showAtEnd(status);
    } else {
      session.unit().setStatus(status);
    }
  }

  /** Removes all components, each before those it depends on. */
  void remove() {
    List<Node> nodes = graph.inOrder();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      remove(nodes.get(i));
    }
  }

  private void begin(boolean executed) {
    for (Node node : graph.nodes()) {
      node.begin(executed);
    }
  }

  private void execute(Node node) {
    LOG.info("Executing component: '{}'", node.name());
    if (showsProgress) {
      session
          .unit()
          .setStatus(Status.maintenance("Reconciling charm: executing component " + node.name()));
    }
    node.execute();
    Savepoint before = session.savepoint();
    try {
      configure(node.component());
    } catch (EscalatedException escalated) {
      throw escalated;
    } catch (Exception failure) {
      session.rollback(before); // half of a component's writes is worse than none
      node.ended(Outcome.failed(node.name(), failure));
      LOG.error("Caught unhandled exception when executing component {}", node.name(), failure);
    }
  }

  private void configure(Component component) throws Exception {
    component.configureUnit();
    if (session.isLeader()) {
      component.configureAsLeader();
    } else {
      component.configureAsNonLeader();
    }
  }

  private void remove(Node node) {
    Savepoint before = session.savepoint();
    try {
      node.component().remove();
      LOG.info("Successfully removed component {}", node.name());
    } catch (EscalatedException escalated) {
      throw escalated;
    } catch (Exception failure) {
      session.rollback(before);
      LOG.warn("Failed to remove component {}", node.name(), failure);
    }
  }
}
