package dev.charmsignals.examples.sidecar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedContainer;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.pebble.SimulatedCommand;
import dev.charmsignals.testkit.pebble.SimulatedPebble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SidecarCharmTest {

  private static final CharmUnderTest SIDECAR =
      CharmUnderTest.inProcess(SidecarCharm::new, Path.of("."));

  private static SimulatedUnit deployed(SimulatedJuju juju) {
    juju.deployOnKubernetes("sidecar", SIDECAR);
    juju.settle();
    return juju.unit("sidecar/0");
  }

  // region test
  @SimulatedJujuTest
  void runsTheServerWhenTheContainerIsUp(SimulatedJuju juju) throws IOException {
    juju.deployOnKubernetes("sidecar", SIDECAR).config("greeting", "Grüße");
    SimulatedContainer web = juju.unit("sidecar/0").container("web").disconnect();
    juju.settle();
    assertEquals(
        new WorkloadStatus("waiting", "waiting for the container web"),
        juju.unit("sidecar/0").status());

    web.connect();
    juju.settle();

    assertEquals(new WorkloadStatus("active", ""), juju.unit("sidecar/0").status());
    assertTrue(web.pebble().client().services().isRunning("web"));
    assertEquals("Grüße\n", Files.readString(web.pebble().root().resolve("srv/web/index.html")));
  }

  @SimulatedJujuTest
  void showsThatTheServerDoesNotAnswer(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);

    unit.container("web").failCheck("up");
    juju.settle();
    assertEquals("maintenance", unit.status().status());

    unit.container("web").recoverCheck("up");
    juju.settle();
    assertEquals("active", unit.status().status());
  }

  // endregion

  @SimulatedJujuTest
  void restartsTheServerWithAnotherPort(SimulatedJuju juju) {
    SimulatedPebble pebble = deployed(juju).container("web").pebble();
    var before = pebble.client().services().find("web").orElseThrow();

    juju.application("sidecar").config("port", 9090);
    juju.settle();

    var service = pebble.client().layers().plan().services().get("web");
    assertEquals(Map.of("PORT", "9090"), service.environment());
    var after = pebble.client().services().find("web").orElseThrow();
    assertTrue(after.since().orElseThrow().isAfter(before.since().orElseThrow()));
  }

  @SimulatedJujuTest
  void saysThatTheServerDoesNotStart(SimulatedJuju juju) {
    juju.deployOnKubernetes("sidecar", SIDECAR);
    juju.unit("sidecar/0").container("web").pebble().exitAtOnce("web", 1);

    juju.settle();

    assertEquals(
        new WorkloadStatus("blocked", "the web server does not start; see the log"),
        juju.unit("sidecar/0").status());
  }

  @SimulatedJujuTest
  void startsTheServerAgainInANewContainer(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);

    unit.container("web").restart();
    assertEquals(List.of(), unit.container("web").pebble().client().services().list());
    juju.settle();

    assertTrue(unit.container("web").pebble().client().services().isRunning("web"));
  }

  @SimulatedJujuTest
  void tellsWhichDiskIsFull(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);

    unit.container("web").customNotice("example.com/disk-full", Map.of("disk", "/srv"));
    juju.settle();

    assertEquals(new WorkloadStatus("blocked", "/srv is full"), unit.status());
  }

  // region exec
  @SimulatedJujuTest
  void saysWhereTheBackupIs(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    unit.container("web").pebble().onExec("web", SimulatedCommand.printing("/srv/backup.tar\n"));

    assertEquals("/srv/backup.tar", unit.runAction("backup").results().get("file"));
  }

  // endregion

  @SimulatedJujuTest
  void failsTheActionWhenTheBackupFails(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    unit.container("web")
        .pebble()
        .onExec("web", SimulatedCommand.exiting(3, "", "no space left\n"));

    var result = unit.runAction("backup");

    assertEquals("the backup ended with exit code 3", result.message());
    assertFalse(result.results().containsKey("file"));
  }
}
