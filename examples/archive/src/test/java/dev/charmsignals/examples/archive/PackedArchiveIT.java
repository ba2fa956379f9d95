package dev.charmsignals.examples.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ActionResult;
import java.nio.file.Path;
import java.util.Map;

/** The charm as Juju runs it: a process for every hook and action. */
class PackedArchiveIT {

  @SimulatedJujuTest
  void waitsForATargetAndSaysSoToTheOperator(SimulatedJuju juju) {
    juju.deploy("archive", CharmUnderTest.packed(Path.of("target")));
    juju.application("archive").config("directory", Path.of("src").toAbsolutePath().toString());
    juju.settle();

    ActionResult result = juju.unit("archive/0").runAction("back-up", Map.of());

    assertEquals(new WorkloadStatus("waiting", "for a target"), juju.unit("archive/0").status());
    assertEquals("there is no target yet; integrate archive:target with one", result.message());
  }
}
