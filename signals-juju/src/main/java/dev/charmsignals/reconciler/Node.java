package dev.charmsignals.reconciler;

import java.util.ArrayList;
import java.util.List;

/** A component in its graph: on whom it depends, and how this run went for it. */
final class Node {

  private final Component component;
  private final String name;
  private final int place;
  private final List<Node> dependencies = new ArrayList<>(2);
  private boolean executed;
  private boolean complained;
  private Outcome outcome = Outcome.FINE;

  Node(Component component, String name, int place) {
    this.component = component;
    this.name = name;
    this.place = place;
  }

  Component component() {
    return component;
  }

  /** The component's name when it was added; it is asked only once. */
  String name() {
    return name;
  }

  /** Its number in the order of adding, from 0. */
  int place() {
    return place;
  }

  List<Node> dependencies() {
    return dependencies;
  }

  boolean executed() {
    return executed;
  }

  /** How its work went in this run. */
  Outcome outcome() {
    return outcome;
  }

  /** Begins a run, or an assessment without one: then all count as executed. */
  void begin(boolean executed) {
    this.executed = executed;
    this.complained = false;
    this.outcome = Outcome.FINE;
  }

  /** Notes that its turn has come; before the work, so that nothing makes it come again. */
  void execute() {
    executed = true;
  }

  /** Whether a failing status is to be logged: the first time in a run, not in every round. */
  boolean complain() {
    boolean first = !complained;
    complained = true;
    return first;
  }

  void ended(Outcome outcome) {
    this.outcome = outcome;
  }
}
