package dev.charmsignals.reconciler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components of a reconciler by name, and who depends on whom; never a cycle. */
final class Graph {

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private boolean closed;

  Node add(Component component) {
    String name = component.name();
    requireOpen(name);
    if (name.isBlank()) {
      throw ComponentGraphException.nameless(component);
    }
    Node node = new Node(component, name, nodes.size());
    if (nodes.putIfAbsent(name, node) != null) {
      throw ComponentGraphException.duplicate(name);
    }
    return node;
  }

  void depend(Node node, Component component) {
    requireOpen(node.name());
    Node dependency = nodes.get(component.name());
    if (dependency == null || dependency.component() != component) {
      throw ComponentGraphException.foreign(node.name(), component.name());
    }
    Deque<String> way = new ArrayDeque<>();
    if (reaches(dependency, node, new boolean[nodes.size()], way)) {
      throw ComponentGraphException.cycle(
          node.name(), node.name() + " -> " + String.join(" -> ", way));
    }
    if (!node.dependencies().contains(dependency)) {
      node.dependencies().add(dependency);
    }
  }

  /** Refuses changes from now on. */
  void close() {
    closed = true;
  }

  /** All components in the order of adding. */
  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /** All components, each after those it depends on, otherwise in the order of adding. */
  List<Node> inOrder() {
    List<Node> ordered = new ArrayList<>(nodes.size());
    boolean[] placed = new boolean[nodes.size()];
    for (Node node : nodes.values()) {
      place(node, placed, ordered);
    }
    return ordered;
  }

  private static void place(Node node, boolean[] placed, List<Node> ordered) {
    if (placed[node.place()]) {
      return;
    }
    placed[node.place()] = true;
    for (Node dependency : node.dependencies()) {
      place(dependency, placed, ordered);
    }
    ordered.add(node);
  }

  /** Whether {@code from} depends on {@code goal}, and over whom. */
  private static boolean reaches(Node from, Node goal, boolean[] seen, Deque<String> way) {
    if (seen[from.place()]) {
      return false;
    }
    seen[from.place()] = true;
    way.addLast(from.name());
    if (from == goal) {
      return true;
    }
    for (Node dependency : from.dependencies()) {
      if (reaches(dependency, goal, seen, way)) {
        return true;
      }
    }
    way.removeLast();
    return false;
  }

  private void requireOpen(String name) {
    if (closed) {
      throw ComponentGraphException.late(name);
    }
  }
}
