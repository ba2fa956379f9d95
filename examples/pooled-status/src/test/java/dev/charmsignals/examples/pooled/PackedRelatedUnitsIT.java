package dev.charmsignals.examples.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;

/** The packed charm, each of whose hooks is a process. */
class PackedRelatedUnitsIT {

  @SimulatedJujuTest
  void remembersTheUnitsThatAreRelated(SimulatedJuju juju) {
    juju.deployOnKubernetes("local", CharmUnderTest.packed(Path.of("target")));
    juju.deploy(
        "remote",
        CharmUnderTest.scripted("name: remote\nprovides:\n  foo: {interface: foo}", hook -> {}));
    juju.integrate("remote:foo", "local:foo");
    juju.settle();
    WorkloadStatus related = juju.unit("local/0").status();
    juju.application("remote").scale(0);
    juju.settle();

    assertEquals(new WorkloadStatus("waiting", "(remote/0) this relation is waiting"), related);
    assertEquals(new WorkloadStatus("active", ""), juju.unit("local/0").status());
  }
}
