package dev.charmsignals.examples.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ActionStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class ArchiveCharmTest {

  private static final String STORE =
      """
      name: store
      provides:
        target: {interface: backup-target}
      """;

  private final Machine machine = new Machine();

  // region action
  @SimulatedJujuTest
  void backsUpWhenAnOperatorSaysSo(SimulatedJuju juju) {
    machine.sizes.put("/srv", 7L);
    deploy(juju, "\"/mnt/store\"");

    juju.unit("archive/0").runAction("back-up", Map.of());
    ActionResult result = juju.unit("archive/0").runAction("back-up", Map.of("label", "night"));

    assertEquals(ActionStatus.COMPLETED, result.status());
    assertEquals(
        Map.of("number", "2", "file", "/mnt/store/2-night.tar.gz", "return-code", 0),
        result.results());
    assertEquals(
        List.of("/srv to /mnt/store/1-manual.tar.gz", "/srv to /mnt/store/2-night.tar.gz"),
        machine.written);
    assertEquals(
        new WorkloadStatus("active", "newest: /mnt/store/2-night.tar.gz"),
        juju.unit("archive/0").status());
  }

  // endregion

  // region defer
  @SimulatedJujuTest
  void tellsItsTargetOnceTheDirectoryIsThere(SimulatedJuju juju) {
    deploy(juju, "\"/mnt/store\"");
    assertEquals(Map.of(), told(juju));
    assertEquals(new WorkloadStatus("waiting", "for /srv"), juju.unit("archive/0").status());

    machine.sizes.put("/srv", 7L);
    juju.unit("archive/0").updateStatus();
    juju.settle();

    assertEquals(Map.of("bytes", "7", "keep", "3"), told(juju));
    assertEquals(new WorkloadStatus("active", ""), juju.unit("archive/0").status());
  }

  // endregion

  @SimulatedJujuTest
  void tellsItsTargetWhatTheOperatorWants(SimulatedJuju juju) {
    machine.sizes.put("/data", 9L);
    deploy(juju, "\"/mnt/store\"");

    juju.application("archive").config("directory", "/data").config("keep", 12);
    juju.settle();

    assertEquals(Map.of("bytes", "9", "keep", "12"), told(juju));
  }

  @SimulatedJujuTest
  void failsTheActionWithoutATarget(SimulatedJuju juju) {
    juju.deploy("archive", archive());
    juju.settle();

    ActionResult result = juju.unit("archive/0").runAction("back-up", Map.of());

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("there is no target yet; integrate archive:target with one", result.message());
  }

  @SimulatedJujuTest
  void writesNowhereElseWhateverTheTargetSays(SimulatedJuju juju) {
    machine.sizes.put("/srv", 7L);
    deploy(juju, "\"/mnt/../etc\"");

    ActionResult result = juju.unit("archive/0").runAction("back-up", Map.of());

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals(List.of(), machine.written);
    assertEquals(new WorkloadStatus("waiting", "for a target"), juju.unit("archive/0").status());
  }

  @SimulatedJujuTest
  void countsNoBackupThatFailed(SimulatedJuju juju) {
    machine.sizes.put("/srv", 7L);
    deploy(juju, "\"/mnt/store\"");
    machine.full = true;
    juju.unit("archive/0").runAction("back-up", Map.of());
    machine.full = false;

    ActionResult result = juju.unit("archive/0").runAction("back-up", Map.of());

    assertEquals("1", result.results().get("number"));
  }

  private CharmUnderTest archive() {
    return CharmUnderTest.inProcess(context -> new ArchiveCharm(context, machine), Path.of("."));
  }

  /** Deploys the charm, related to one that tells where to write. */
  private void deploy(SimulatedJuju juju, String path) {
    juju.deploy("archive", archive());
    juju.deploy(
        "store",
        CharmUnderTest.scripted(
            STORE,
            hook -> {
              if (hook.is("target-relation-created")) {
                hook.setForApplication("path", path);
              }
            }));
    juju.integrate("archive:target", "store:target");
    juju.settle();
  }

  private static Map<String, String> told(SimulatedJuju juju) {
    Map<String, String> bag = new TreeMap<>(juju.relation(0).bag("archive/0"));
    bag.keySet().removeIf(key -> key.endsWith("-address") || key.endsWith("-subnets"));
    return bag;
  }
}
