package dev.charmsignals.examples.layered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;

/** The packed charm, each of whose hooks is a process. */
class PackedLayeredIT {

  @SimulatedJujuTest
  void knowsItsLayersFromTheirPackages(SimulatedJuju juju) {
    juju.deploy("layered", CharmUnderTest.packed(Path.of("target")));
    juju.unit("layered/0").runUntil("install");
    WorkloadStatus afterInstall = juju.unit("layered/0").status();
    juju.application("layered").config("required-config", "yes");
    juju.settle();

    assertEquals(new WorkloadStatus("active", "set up"), afterInstall);
    assertEquals(new WorkloadStatus("active", "foo is ready"), juju.unit("layered/0").status());
  }
}
