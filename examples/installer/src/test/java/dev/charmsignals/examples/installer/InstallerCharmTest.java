package dev.charmsignals.examples.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.util.List;

class InstallerCharmTest {

  private static final CharmUnderTest INSTALLER =
      CharmUnderTest.inProcess(InstallerCharm::new, Path.of("."));

  @SimulatedJujuTest
  void showsWhyTheInstallationFails(SimulatedJuju juju) {
    juju.deploy("installer", INSTALLER).config("fail", true).config("reason", "no space left");
    juju.settle();

    assertEquals(new WorkloadStatus("blocked", "no space left"), juju.unit("installer/0").status());
  }

  @SimulatedJujuTest
  void signalsOnlyWhenTheOutcomeChanges(SimulatedJuju juju) {
    juju.deploy("installer", INSTALLER);
    juju.deploy("witness", CharmUnderTest.inProcess(Witness::new, Witness.METADATA));
    juju.integrate("installer:channel", "witness:channel");
    juju.settle();

    for (String reason : List.of("disk full", "disk full", "no network")) {
      juju.application("installer").config("fail", true).config("reason", reason);
      juju.settle();
    }
    juju.application("installer").config("fail", false);
    juju.settle();

    assertEquals(
        List.of("ready", "bork: disk full", "bork: no network", "ready"),
        Witness.heard(juju.unit("witness/0")));
  }
}
