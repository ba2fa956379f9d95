package dev.charmsignals.docs;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.PoolMessage;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;

/** What the page on status pools shows beside the example charms, and that it does what it says. */
class PoolingTest {

  @SimulatedJujuTest
  void nestsAPoolAndOverridesIt(SimulatedJuju juju) {
    juju.deploy("bar", CharmUnderTest.inProcess(Bar::new, "name: bar"));
    juju.unit("bar/0").runUntil("install");
    WorkloadStatus first = juju.unit("bar/0").status();
    juju.unit("bar/0").runUntil("config-changed");
    WorkloadStatus overridden = juju.unit("bar/0").status();
    juju.settle();

    assertEquals(new WorkloadStatus("blocked", "2 of 2 duties need a look: databases"), first);
    assertEquals(new WorkloadStatus("maintenance", "moving house"), overridden);
    assertEquals(
        new WorkloadStatus("waiting", "1 of 2 duties need a look: workload"),
        juju.unit("bar/0").status());
  }
}

// region nest
final class Databases extends StatusPool {

  Databases(CharmContext context) {
    super(context, "databases");
    message(PoolMessage.summary());
  }
}

class BarPool extends StatusPool {
  final PoolMember workload = member("workload");
  final Databases databases;

  BarPool(CharmContext context) {
    super(context);
    databases = new Databases(context);
    member("databases").nest(databases);
  }
}

// endregion

final class Bar extends Charm {
  private final BarPool pool =
      new BarPool(context()) {
        {
          // region message
          message(
              worstFirst -> {
                long bad =
                    worstFirst.stream().filter(duty -> !duty.word().equals("active")).count();
                return "%d of %d duties need a look: %s"
                    .formatted(bad, worstFirst.size(), worstFirst.get(0).tag());
              });
          // endregion
        }
      };

  Bar(CharmContext context) {
    super(context);
    observe(on().install(), event -> install());
    observe(on().configChanged(), event -> move());
    observe(on().start(), event -> settle());
  }

  private void install() {
    pool.workload.set(waiting("for a workload"));
    pool.databases.add("mysql/0").set(blocked("no password"));
  }

  private void move() {
    // region override
    pool.override(maintenance("moving house"));
    // endregion
    pool.databases.set("mysql/0", active());
  }

  private void settle() {
    // region release
    pool.release();
    // endregion
  }
}
