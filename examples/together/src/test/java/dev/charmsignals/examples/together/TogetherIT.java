package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both charms in one simulated Juju, for real: as they were packed, each hook a process. */
@Tag("any-jdk")
class TogetherIT {

  @ParameterizedTest
  @ValueSource(strings = {"socket", "exec"})
  void showsAFailureAndTheRecovery(String transport) {
    try (SimulatedJuju juju = SimulatedJuju.seeded(1)) {
      Map<String, String> variables = Map.of("CHARM_SIGNALS_TRANSPORT", transport);
      juju.deploy("installer", Charms.packed(BothCharms.EXAMPLES, "installer", variables));
      juju.deploy("panel", Charms.packed(BothCharms.EXAMPLES, "panel", variables));
      juju.integrate("installer:channel", "panel:channel");
      juju.application("installer").config("fail", true);
      juju.settle();
      assertEquals(
          new WorkloadStatus("blocked", "installer/0: disk full"), juju.unit("panel/0").status());

      juju.application("installer").config("fail", false);
      juju.settle();
      assertEquals(new WorkloadStatus("active", "1 unit is ready"), juju.unit("panel/0").status());
    }
  }
}
