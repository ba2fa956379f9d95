package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.PoolMessage;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.List;

/** A pool in a charm that is told by its config how its duties stand. */
class PoolIntegrationTest {

  private static final String CONFIG =
      """
      options:
        status: {type: string, default: active}
        message: {type: string, default: ""}
      """;

  private static final class Duties extends StatusPool {
    final PoolMember workload = member("workload", 5);
    final PoolMember relation1 = member("relation_1", 10);
    final PoolMember relation2 = member("relation_2", 1).tag("rel2");

    Duties(CharmContext context, boolean ofApplication) {
      super(context);
      if (ofApplication) {
        message(members -> members.size() + " duties, the worst is " + members.get(0).tag());
        showOnApplication();
      } else {
        message(PoolMessage.worstOnly());
      }
    }
  }

  private static final class Told extends Charm {

    Told(CharmContext context, boolean ofApplication) {
      super(context);
      Duties pool = new Duties(context, ofApplication);
      observe(on().install(), event -> pool.members().forEach(member -> member.set(active())));
      observe(
          on().configChanged(),
          event ->
              Status.of(config().string("status").orElse(""), config().string("message").orElse(""))
                  .ifPresent(
                      status -> {
                        pool.workload.set(status);
                        pool.relation1.set(status);
                        pool.relation2.set(status);
                      }));
    }
  }

  private static void deploy(SimulatedJuju juju, boolean ofApplication) {
    juju.deploy(
        "told",
        CharmUnderTest.inProcess(
            context -> new Told(context, ofApplication), "name: told", CONFIG));
    juju.settle();
  }

  @SimulatedJujuTest
  void case33ShowsTheMostImportantDuty(SimulatedJuju juju) {
    deploy(juju, false);
    WorkloadStatus atStart = juju.unit("told/0").status();
    juju.application("told").config("status", "waiting").config("message", "for godot");
    juju.settle();

    assertEquals(
        List.of(
            new WorkloadStatus("active", ""), new WorkloadStatus("waiting", "(rel2) for godot")),
        List.of(atStart, juju.unit("told/0").status()));
  }

  @SimulatedJujuTest
  void correction20ShowsTheApplicationsStatusInAMessageOfTheAuthors(SimulatedJuju juju) {
    deploy(juju, true);
    juju.application("told").scale(2);
    juju.settle();
    juju.application("told").config("status", "blocked").config("message", "x");
    juju.settle();

    assertEquals(
        new WorkloadStatus("blocked", "3 duties, the worst is rel2"),
        juju.application("told").status());
    assertEquals(
        List.of("unknown", "unknown"),
        juju.application("told").units().stream().map(unit -> unit.status().status()).toList());
  }
}
