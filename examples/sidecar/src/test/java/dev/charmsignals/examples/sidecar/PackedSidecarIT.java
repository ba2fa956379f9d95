package dev.charmsignals.examples.sidecar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.util.Map;

/** The packed charm, each of whose hooks is a process that meets the container's Pebble. */
class PackedSidecarIT {

  @SimulatedJujuTest
  void runsTheServer(SimulatedJuju juju) {
    juju.deployOnKubernetes("sidecar", CharmUnderTest.packed(Path.of("target")));
    SimulatedUnit unit = juju.unit("sidecar/0");
    unit.runUntil("start");
    juju.settle();

    assertEquals(new WorkloadStatus("active", ""), unit.status());
    assertTrue(unit.container("web").pebble().client().services().isRunning("web"));

    unit.container("web").customNotice("example.com/disk-full", Map.of("disk", "/srv"));
    juju.settle();

    assertEquals(new WorkloadStatus("blocked", "/srv is full"), unit.status());
  }
}
