package dev.charmsignals.reconciler;

import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * How all components stand at one moment: each is asked once, after those it depends on, and only
 * when it had its turn and nobody holds it.
 */
final class Round {

  private static final Status INCOMPUTABLE =
      Status.blocked("Failed to compute status.  See logs for details.");

  private final List<Node> nodes;
  private final Standing[] standings;

  private Round(List<Node> nodes) {
    this.nodes = nodes;
    this.standings = new Standing[nodes.size()];
  }

  static Round of(Graph graph) {
    Round round = new Round(graph.nodes());
    for (Node node : graph.inOrder()) {
      round.standings[node.place()] = round.assess(node);
    }
    return round;
  }

  Standing of(Node node) {
    return standings[node.place()];
  }

  /** The first in the order of adding whose turn it is. */
  Optional<Node> next() {
    for (Node node : nodes) {
      if (of(node) instanceof Standing.Pending) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  List<ComponentStatus> worstFirst() {
    List<ComponentStatus> statuses = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      statuses.add(new ComponentStatus(node.name(), of(node).status()));
    }
    return ComponentStatus.worstFirst(statuses);
  }

  private Standing assess(Node node) {
    List<Standing.Dependency> waitingOn = new ArrayList<>(node.dependencies().size());
    for (Node dependency : node.dependencies()) {
      Standing standing = of(dependency);
      if (!standing.isActive()) {
        waitingOn.add(new Standing.Dependency(dependency.name(), standing));
      }
    }
    if (!waitingOn.isEmpty()) {
      return Standing.Held.on(List.copyOf(waitingOn));
    }
    return node.executed()
        ? new Standing.Own(node.outcome().orWorse(ask(node)))
        : new Standing.Pending();
  }

  private static Optional<Status> ask(Node node) {
    try {
      Component component = node.component();
      return component.hasStatus()
          ? Optional.of(Objects.requireNonNull(component.status(), "status"))
          : Optional.empty();
    } catch (StatusException carrier) {
      return Optional.of(carrier.status());
    } catch (EscalatedException escalated) {
      throw escalated;
    } catch (Exception failure) {
      if (node.complain()) {
        LoggerFactory.getLogger(Reconciler.class)
            .error("Failed to compute status for {} - setting it to blocked", node.name(), failure);
      }
      return Optional.of(INCOMPUTABLE);
    }
  }
}
