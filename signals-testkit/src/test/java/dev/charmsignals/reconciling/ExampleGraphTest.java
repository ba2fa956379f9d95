package dev.charmsignals.reconciling;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Reconciler;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;

/**
 * The specification's example graph, row by row: pebble-service; relation-1, which depends on it;
 * relation-2; kubernetes-resource, which depends on relation-2.
 *
 * <p>Statuses in texts are rendered as D suggests in section 8, without class names.
 */
class ExampleGraphTest {

  private static final Status NOT_READY = waiting("Waiting for Pebble to be ready.");
  private static final Status NO_1 = blocked("Please add the missing relation: relation-1");
  private static final Status NO_2 = blocked("Please add the missing relation: relation-2");
  private static final Status NO_RESOURCE =
      blocked(
          "Not all resources found in cluster.  This may be transient if we haven't tried to deploy"
              + " them yet.");
  private static final String HELD_1 =
      "[relation-1] maintenance: Execution pending - waiting on pebble-service (%s).";
  private static final String HELD_KUBERNETES =
      "[kubernetes-resource] maintenance: Execution pending - waiting on relation-2 (%s).";

  private static final List<String> ALL =
      List.of("pebble-service", "relation-1", "relation-2", "kubernetes-resource");
  private static final List<String> WITHOUT_1 =
      List.of("pebble-service", "relation-2", "kubernetes-resource");

  private final Row row = new Row();

  /** The four components, and what became of one run of them. */
  private static final class Row {
    private Bench bench;
    Part pebble;
    Part relation1;
    Part relation2;
    Part kubernetes;
    HookRecord hook;

    Row in(SimulatedJuju juju) {
      bench = Bench.in(juju);
      pebble = bench.part("pebble-service");
      relation1 = bench.part("relation-1");
      relation2 = bench.part("relation-2");
      kubernetes = bench.part("kubernetes-resource");
      return this;
    }

    void run() {
      bench.deploy((reconciler, context) -> add(reconciler));
      hook = bench.updateStatus();
    }

    void add(Reconciler reconciler) {
      reconciler.add(pebble);
      reconciler.add(relation1).dependsOn(pebble);
      reconciler.add(relation2);
      reconciler.add(kubernetes).dependsOn(relation2);
    }

    void became(List<String> run, String status, String message, List<String> log) {
      assertEquals(run, bench.calls);
      assertEquals(new WorkloadStatus(status, message), bench.status());
      assertEquals(log, Bench.statuses(hook));
    }

    List<String> errors() {
      return Bench.log(hook).stream().filter(line -> line.startsWith("ERROR ")).toList();
    }

    String text() {
      return String.join("\n", hook.logs().stream().map(record -> record.text()).toList());
    }
  }

  @SimulatedJujuTest
  void row1NothingFails(SimulatedJuju juju) {
    row.in(juju).run();

    row.became(
        ALL,
        "active",
        "",
        List.of(
            "[pebble-service] active",
            "[relation-1] active",
            "[relation-2] active",
            "[kubernetes-resource] active"));
  }

  @SimulatedJujuTest
  void row2ContainerIsUnreachable(SimulatedJuju juju) {
    row.in(juju).pebble.saying(NOT_READY);
    row.run();

    row.became(
        WITHOUT_1,
        "waiting",
        "[pebble-service] Waiting for Pebble to be ready.",
        List.of(
            "[pebble-service] waiting: Waiting for Pebble to be ready.",
            HELD_1.formatted("waiting: Waiting for Pebble to be ready."),
            "[relation-2] active",
            "[kubernetes-resource] active"));
  }

  @SimulatedJujuTest
  void row2IsLoggedCompletely(SimulatedJuju juju) {
    row.in(juju).pebble.saying(NOT_READY);
    row.run();

    assertEquals(
        List.of(
            "INFO On update-status: executing full charm reconcile because it is asked to",
            "INFO Starting to reconcile for event 'update-status'",
            "INFO Executing component: 'pebble-service'",
            "INFO Execution for component 'pebble-service' complete.  Component now has status"
                + " 'waiting: Waiting for Pebble to be ready.'",
            "INFO Executing component: 'relation-2'",
            "INFO Execution for component 'relation-2' complete.  Component now has status"
                + " 'active'",
            "INFO Executing component: 'kubernetes-resource'",
            "INFO Execution for component 'kubernetes-resource' complete.  Component now has"
                + " status 'active'",
            "INFO Reconcile execution loop complete.",
            "INFO Status of all components:",
            "INFO Status: [pebble-service] waiting: Waiting for Pebble to be ready.",
            "INFO Status: " + HELD_1.formatted("waiting: Waiting for Pebble to be ready."),
            "INFO Status: [relation-2] active",
            "INFO Status: [kubernetes-resource] active",
            "INFO Status of unit set to: waiting: [pebble-service] Waiting for Pebble to be"
                + " ready."),
        Bench.log(row.hook));
  }

  @SimulatedJujuTest
  void row2ShowsItsProgressWhenAsked(SimulatedJuju juju) {
    // D: the original always does.
    Row row = this.row.in(juju);
    row.pebble.saying(NOT_READY);
    row.bench.deploy((reconciler, context) -> row.add(reconciler.showProgress()));

    assertEquals(
        List.of(
            "maintenance Reconciling charm: executing component pebble-service",
            "maintenance Reconciling charm: executing component relation-2",
            "maintenance Reconciling charm: executing component kubernetes-resource",
            "waiting [pebble-service] Waiting for Pebble to be ready."),
        Bench.statusSets(row.bench.updateStatus()));
  }

  @SimulatedJujuTest
  void row3ServiceDoesNotStart(SimulatedJuju juju) {
    String text =
        "Waiting for Pebble services (my-service).  If this persists, it could be a blocking"
            + " configuration error.";
    row.in(juju).pebble.saying(waiting(text));
    row.run();

    row.became(
        WITHOUT_1,
        "waiting",
        "[pebble-service] " + text,
        List.of(
            "[pebble-service] waiting: " + text,
            HELD_1.formatted("waiting: " + text),
            "[relation-2] active",
            "[kubernetes-resource] active"));
  }

  @SimulatedJujuTest
  void row4Relation1IsBlocked(SimulatedJuju juju) {
    row.in(juju).relation1.saying(NO_1);
    row.run();

    row.became(
        ALL,
        "blocked",
        "[relation-1] Please add the missing relation: relation-1",
        List.of(
            "[relation-1] blocked: Please add the missing relation: relation-1",
            "[pebble-service] active",
            "[relation-2] active",
            "[kubernetes-resource] active"));
  }

  @SimulatedJujuTest
  void row5Relation2IsBlocked(SimulatedJuju juju) {
    row.in(juju).relation2.saying(NO_2);
    row.run();

    row.became(
        List.of("pebble-service", "relation-1", "relation-2"),
        "blocked",
        "[relation-2] Please add the missing relation: relation-2",
        List.of(
            "[relation-2] blocked: Please add the missing relation: relation-2",
            HELD_KUBERNETES.formatted("blocked: Please add the missing relation: relation-2"),
            "[pebble-service] active",
            "[relation-1] active"));
  }

  @SimulatedJujuTest
  void row6KubernetesResourceIsMissing(SimulatedJuju juju) {
    row.in(juju).kubernetes.saying(NO_RESOURCE);
    row.run();

    row.became(
        ALL,
        "blocked",
        "[kubernetes-resource] " + NO_RESOURCE.message(),
        List.of(
            "[kubernetes-resource] blocked: " + NO_RESOURCE.message(),
            "[pebble-service] active",
            "[relation-1] active",
            "[relation-2] active"));
  }

  @SimulatedJujuTest
  void row7PebbleWaitsAndRelation2IsBlocked(SimulatedJuju juju) {
    row.in(juju).pebble.saying(NOT_READY);
    row.relation2.saying(NO_2);
    row.run();

    row.became(
        List.of("pebble-service", "relation-2"),
        "blocked",
        "[relation-2] Please add the missing relation: relation-2",
        List.of(
            "[relation-2] blocked: Please add the missing relation: relation-2",
            "[pebble-service] waiting: Waiting for Pebble to be ready.",
            HELD_1.formatted("waiting: Waiting for Pebble to be ready."),
            HELD_KUBERNETES.formatted("blocked: Please add the missing relation: relation-2")));
  }

  @SimulatedJujuTest
  void row8OfTwoThatAreBlockedTheFirstIsShown(SimulatedJuju juju) {
    row.in(juju).relation1.saying(NO_1);
    row.kubernetes.saying(NO_RESOURCE);
    row.run();

    row.became(
        ALL,
        "blocked",
        "[relation-1] Please add the missing relation: relation-1",
        List.of(
            "[relation-1] blocked: Please add the missing relation: relation-1",
            "[kubernetes-resource] blocked: " + NO_RESOURCE.message(),
            "[pebble-service] active",
            "[relation-2] active"));
  }

  @SimulatedJujuTest
  void row9FailingWorkBlocksWhateverTheStatusSays(SimulatedJuju juju) {
    // D: the original stays active and runs relation-1.
    row.in(juju)
        .pebble
        .doing(
            () -> {
              throw new IllegalStateException("boom");
            });
    row.run();

    row.became(
        WITHOUT_1,
        "blocked",
        "[pebble-service] pebble-service failed: boom",
        List.of(
            "[pebble-service] blocked: pebble-service failed: boom",
            HELD_1.formatted("blocked: pebble-service failed: boom"),
            "[relation-2] active",
            "[kubernetes-resource] active"));
    assertEquals(
        List.of("ERROR Caught unhandled exception when executing component pebble-service"),
        row.errors());
    assertTrue(row.text().contains("java.lang.IllegalStateException: boom"));
    assertTrue(row.text().contains("at dev.charmsignals.reconciling.ExampleGraphTest"));
  }

  @SimulatedJujuTest
  void row10FailingWorkLeavesABlockedStatusAsItIs(SimulatedJuju juju) {
    row.in(juju)
        .kubernetes
        .saying(NO_RESOURCE)
        .doing(
            () -> {
              throw new IllegalStateException("boom");
            });
    row.run();

    row.became(
        ALL,
        "blocked",
        "[kubernetes-resource] " + NO_RESOURCE.message(),
        List.of(
            "[kubernetes-resource] blocked: " + NO_RESOURCE.message(),
            "[pebble-service] active",
            "[relation-1] active",
            "[relation-2] active"));
    assertEquals(
        List.of("ERROR Caught unhandled exception when executing component kubernetes-resource"),
        row.errors());
  }

  @SimulatedJujuTest
  void row11FailingStatusBlocksAndItsDependantIsPending(SimulatedJuju juju) {
    // D: the original reports the dependant with the same text, and logs in every round.
    row.in(juju)
        .relation2
        .asking(
            () -> {
              throw new IllegalStateException("bad json");
            });
    row.run();

    String text = "Failed to compute status.  See logs for details.";
    row.became(
        List.of("pebble-service", "relation-1", "relation-2"),
        "blocked",
        "[relation-2] " + text,
        List.of(
            "[relation-2] blocked: " + text,
            HELD_KUBERNETES.formatted("blocked: " + text),
            "[pebble-service] active",
            "[relation-1] active"));
    assertEquals(
        List.of("ERROR Failed to compute status for relation-2 - setting it to blocked"),
        row.errors());
    assertTrue(row.text().contains("java.lang.IllegalStateException: bad json"));
  }

  @SimulatedJujuTest
  void row12OfTwoInMaintenanceTheFirstIsShown(SimulatedJuju juju) {
    row.in(juju).pebble.saying(maintenance("pebble busy"));
    row.run();

    row.became(
        WITHOUT_1,
        "maintenance",
        "[pebble-service] pebble busy",
        List.of(
            "[pebble-service] maintenance: pebble busy",
            HELD_1.formatted("maintenance: pebble busy"),
            "[relation-2] active",
            "[kubernetes-resource] active"));
  }

  @SimulatedJujuTest
  void row13ActiveMessageOfTheFirstIsShown(SimulatedJuju juju) {
    row.in(juju).pebble.saying(active("all good"));
    row.run();

    row.became(
        ALL,
        "active",
        "[pebble-service] all good",
        List.of(
            "[pebble-service] active: all good",
            "[relation-1] active",
            "[relation-2] active",
            "[kubernetes-resource] active"));
  }

  @SimulatedJujuTest
  void row14ActiveMessageOfALaterOneIsNotShown(SimulatedJuju juju) {
    row.in(juju).relation1.saying(active("all good"));
    row.run();

    row.became(
        ALL,
        "active",
        "",
        List.of(
            "[pebble-service] active",
            "[relation-1] active: all good",
            "[relation-2] active",
            "[kubernetes-resource] active"));
  }

  @SimulatedJujuTest
  void row15UnknownHoldsBackAndIsListedLast(SimulatedJuju juju) {
    row.in(juju).pebble.sayingNothing();
    row.run();

    row.became(
        WITHOUT_1,
        "maintenance",
        "[relation-1] Execution pending - waiting on pebble-service (unknown).",
        List.of(
            HELD_1.formatted("unknown"),
            "[relation-2] active",
            "[kubernetes-resource] active",
            "[pebble-service] unknown"));
  }
}
