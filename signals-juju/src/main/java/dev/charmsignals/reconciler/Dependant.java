package dev.charmsignals.reconciler;

import java.util.ArrayList;
import java.util.List;

/** A component that was added to a reconciler, to say what it depends on. */
public final class Dependant {

  private final Graph graph;
  private final Node node;

  Dependant(Graph graph, Node node) {
    this.graph = graph;
    this.node = node;
  }

  /**
   * Has the component run only while all of these are active, and after them.
   *
   * @throws ComponentGraphException when one was not added to the same reconciler, when a component
   *     would wait for itself, or when the handlers are installed already
   */
  public Dependant dependsOn(Component... components) {
    for (Component component : components) {
      graph.depend(node, component);
    }
    return this;
  }

  /** Returns the component that was added. */
  public Component component() {
    return node.component();
  }

  /** Returns what it depends on, in the order in which that was said. */
  public List<Component> dependencies() {
    List<Component> components = new ArrayList<>();
    for (Node dependency : node.dependencies()) {
      components.add(dependency.component());
    }
    return List.copyOf(components);
  }
}
