package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.agent.UnpackedCharm;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A charm without dispatch, whose {@code hooks/<name>} are links to what was its dispatch. */
class LegacyHooksIT {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void runsFromLinksInTheHooksDirectory(boolean jujuNamesTheHook, @TempDir Path directory)
      throws IOException {
    Map<String, String> unnamed = Map.of("JUJU_DISPATCH_PATH", "", "JUJU_HOOK_NAME", "");
    CharmUnderTest panel =
        CharmUnderTest.directory(
            panelWithHooksIn(directory), jujuNamesTheHook ? Map.of() : unnamed);
    try (SimulatedJuju juju = SimulatedJuju.seeded(1)) {
      juju.deploy("installer", BothCharms.INSTALLER);
      juju.deploy("panel", panel);
      juju.integrate("installer:channel", "panel:channel");
      juju.settle();

      assertEquals(new WorkloadStatus("active", "1 unit is ready"), juju.unit("panel/0").status());
    }
  }

  private static Path panelWithHooksIn(Path directory) throws IOException {
    UnpackedCharm.unpack(Charms.directory(BothCharms.EXAMPLES, "panel"), directory, Set.of());
    Path charm = directory.resolve("charm");
    Files.move(charm.resolve("dispatch"), charm.resolve("start-java"));
    Files.createDirectory(charm.resolve("hooks"));
    List<String> hooks = List.of("install", "start", "channel-relation-changed");
    for (String hook : hooks) {
      Files.createSymbolicLink(charm.resolve("hooks").resolve(hook), Path.of("../start-java"));
    }
    return charm;
  }
}
