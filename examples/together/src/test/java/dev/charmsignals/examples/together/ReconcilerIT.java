package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.Map;

/** The reconciler charm as the build packs it, each hook a process. */
class ReconcilerIT {

  @SimulatedJujuTest
  void runsItsServiceThoughNothingIsRelated(SimulatedJuju juju) {
    juju.deployOnKubernetes(
        "reconciler", Charms.packed(BothCharms.EXAMPLES, "reconciler", Map.of()));
    juju.settle();

    SimulatedUnit unit = juju.unit("reconciler/0");
    assertTrue(unit.container("workload").pebble().client().services().isRunning("my-service"));
    assertEquals(
        new WorkloadStatus("blocked", "[relation-1] Please add the missing relation: relation-1"),
        unit.status());
  }
}
