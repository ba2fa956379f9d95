package dev.charmsignals.reconciler;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The graph and its rounds; numbers are those of the specification's acceptance cases. */
class GraphTest {

  private final Graph graph = new Graph();

  private Node add(String name, Status status, Node... dependencies) {
    Node node = graph.add(new StubComponent(name, status));
    for (Node dependency : dependencies) {
      graph.depend(node, dependency.component());
    }
    return node;
  }

  private static StubComponent stub(Node node) {
    return (StubComponent) node.component();
  }

  /** The name of the component whose turn it is, if it is anybody's. */
  private Optional<String> turn() {
    Optional<Node> next = Round.of(graph).next();
    next.ifPresent(Node::execute);
    return next.map(Node::name);
  }

  private List<String> turns() {
    List<String> names = new ArrayList<>();
    for (Optional<String> next = turn(); next.isPresent(); next = turn()) {
      names.add(next.get());
    }
    return names;
  }

  private String standing(Node node) {
    return ComponentStatus.text(Round.of(graph).of(node).status());
  }

  @Test
  void case2ComponentDependsOnTheOneItWasToldTo() {
    Node first = add("c1", active());
    Node second = add("c2", active(), first);

    assertEquals(List.of(first), second.dependencies());
    assertEquals(List.of(first, second), graph.nodes());
  }

  @Test
  void case5RefusesASecondComponentOfAName() {
    add("component", active());

    ComponentGraphException refusal =
        assertThrows(ComponentGraphException.class, () -> add("component", active()));
    assertEquals(
        "Cannot add component component - component named component already exists.",
        refusal.getMessage());
    assertEquals("component", refusal.culprit());
  }

  @Test
  void refusesAComponentWithoutAName() {
    assertThrows(ComponentGraphException.class, () -> add(" ", active()));
  }

  @Test
  void case8EmptyGraphHasNoStatus() {
    assertEquals(Optional.empty(), ComponentStatus.worst(Round.of(graph).worstFirst()));
  }

  @Test
  void case9GraphIsAsBadAsItsWorstComponent() {
    add("a", active());
    add("b", blocked("no"));
    add("c", waiting("soon"));
    turns();

    assertEquals(
        Optional.of(blocked("[b] no")), ComponentStatus.worst(Round.of(graph).worstFirst()));
  }

  @Test
  void case10DiamondIsReleasedAsItsDependenciesBecomeActive() {
    Node c1 = add("c1", waiting("not yet"));
    Node c2 = add("c2", waiting("not yet"), c1);
    Node c3 = add("c3", waiting("not yet"), c1);
    add("c4", active(), c2, c3);

    assertEquals(List.of("c1"), turns());
    stub(c1).say(active());
    assertEquals(List.of("c2", "c3"), turns());
    stub(c2).say(active());
    assertEquals(List.of(), turns());
    stub(c3).say(active());
    assertEquals(List.of("c4"), turns());
    assertEquals(List.of(), turns());
  }

  @Test
  void case11IndependentComponentAddedLastComesLast() {
    Node c1 = add("c1", active());
    Node c2 = add("c2", active(), c1);
    Node c3 = add("c3", active(), c1);
    add("c4", active(), c2, c3);
    add("c5", active());

    assertEquals(List.of("c1", "c2", "c3", "c4", "c5"), turns());
  }

  @Test
  void case12HeldComponentNamesAllItWaitsFor() {
    Node c1 = add("c1", active());
    Node c2 = add("c2", blocked("no"), c1);
    Node c3 = add("c3", waiting("soon"), c1);
    Node c4 = add("c4", active(), c2, c3);

    assertEquals(List.of("c1", "c2", "c3"), turns());
    // The text is that of D in section 8: no class names.
    assertEquals(
        "maintenance: Execution pending - waiting on c2 (blocked: no), c3 (waiting: soon).",
        standing(c4));
    assertEquals(
        Optional.of(blocked("[c2] no")), ComponentStatus.worst(Round.of(graph).worstFirst()));
  }

  @Test
  void case13NobodyHasATurnInAnEmptyGraphOrAfterAllHadTheirs() {
    assertEquals(List.of(), turns());

    add("a", active());
    turns();
    assertEquals(List.of(), turns());
  }

  @Test
  void case14ExecutedIsABooleanByType() throws NoSuchFieldException {
    assertEquals(boolean.class, Node.class.getDeclaredField("executed").getType());
  }

  @Test
  void case15ComponentWithoutDependenciesHasItsTurnOnce() {
    Node node = add("a", active());

    assertEquals(new Standing.Pending(), Round.of(graph).of(node));
    node.execute();
    assertEquals(new Standing.Own(Optional.of(active())), Round.of(graph).of(node));
  }

  @Test
  void case16ComponentIsHeldUntilItsDependencyIsActive() {
    Node first = add("a", waiting("soon"));
    Node second = add("b", active(), first);
    first.execute();

    assertEquals(
        "maintenance: Execution pending - waiting on a (waiting: soon).", standing(second));
    stub(first).say(active());
    assertEquals("maintenance: Execution pending.", standing(second));
  }

  @Test
  void case17ExecutedComponentSpeaksForItself() {
    Node first = add("a", active());
    Node second = add("b", waiting("own"), first);
    turns();

    assertEquals("waiting: own", standing(second));
    stub(second).say(active());
    assertEquals("active", standing(second));
  }

  @Test
  void case18NamesTheInactiveOnesOfThreeDependencies() {
    Node a = add("a", active());
    Node b = add("b", waiting("x"));
    Node c = add("c", maintenance("y"));
    Node d = add("d", active(), a, b, c);
    turns();

    assertEquals(
        "maintenance: Execution pending - waiting on b (waiting: x), c (maintenance: y).",
        standing(d));
  }

  @Test
  void case37RefusesADependencyFromAnotherGraph() {
    // D: the original accepts it, and the dependant then waits for ever.
    Node foreign = new Graph().add(new StubComponent("foreign", active()));
    Node own = add("own", active());
    add("foreign", active()); // one of the same name is another one

    ComponentGraphException refusal =
        assertThrows(ComponentGraphException.class, () -> graph.depend(own, foreign.component()));
    assertEquals(
        "Component own cannot depend on foreign, which was not added to this reconciler; add"
            + " foreign first",
        refusal.getMessage());
  }

  @Test
  void refusesACycleAndShowsIt() {
    Node a = add("a", active());
    Node b = add("b", active(), a);
    Node c = add("c", active(), b);

    ComponentGraphException refusal =
        assertThrows(ComponentGraphException.class, () -> graph.depend(a, c.component()));
    assertEquals(
        "Component a would wait for itself: a -> c -> b -> a; take one of these dependencies away",
        refusal.getMessage());
    assertThrows(ComponentGraphException.class, () -> graph.depend(a, a.component()));
    assertEquals(List.of("a", "b", "c"), turns());
  }

  @Test
  void case38ChainOfTwelveAsksItsRootOnce() {
    // D: the original asks the root 4096 times and nests the texts.
    Node root = add("c0", waiting("root"));
    Node last = root;
    for (int i = 1; i <= 12; i++) {
      last = add("c" + i, active(), last);
    }
    root.execute();

    assertEquals(
        "maintenance: Execution pending - waiting on c11 (held by c0 (waiting: root)).",
        standing(last));
    assertEquals(1, stub(root).asked);
  }

  @Test
  void deepLatticeIsAssessedWithoutWalkingEveryWay() {
    Node left = add("left0", waiting("root"));
    Node right = left;
    for (int i = 1; i <= 60; i++) {
      Node below = left;
      Node beside = right;
      left = add("left" + i, active(), below, beside);
      right = add("right" + i, active(), below, beside);
    }
    Node end = right;
    graph.nodes().get(0).execute();

    assertEquals(
        "maintenance: Execution pending - waiting on left59 (held by left0 (waiting: root)),"
            + " right59 (held by left0 (waiting: root)).",
        standing(end));
  }

  @Test
  void ordersDependenciesFirstHoweverTheyWereAdded() {
    Node a = add("a", active());
    Node b = add("b", active());
    Node c = add("c", active());
    graph.depend(a, c.component());

    assertEquals(List.of(c, a, b), graph.inOrder());
    assertEquals(List.of("b", "c", "a"), turns());
  }

  @Test
  void unknownComponentHoldsBackAndCountsLeast() {
    Node a = add("a", active());
    Node b = add("b", active(), a);
    stub(a).sayNothing();
    turns();

    assertEquals("maintenance: Execution pending - waiting on a (unknown).", standing(b));
    assertEquals(
        List.of("[b] maintenance: Execution pending - waiting on a (unknown).", "[a] unknown"),
        Round.of(graph).worstFirst().stream().map(ComponentStatus::toString).toList());
  }
}
