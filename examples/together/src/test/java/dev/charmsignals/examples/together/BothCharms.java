package dev.charmsignals.examples.together;

import dev.charmsignals.examples.installer.InstallerCharm;
import dev.charmsignals.examples.panel.PanelCharm;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import java.nio.file.Path;

/** The two charms, as tests deploy them. */
final class BothCharms {

  /** Where the modules of the examples are; the build says so. */
  static final Path EXAMPLES = Path.of(System.getProperty("examples", ".."));

  static final CharmUnderTest INSTALLER =
      CharmUnderTest.inProcess(InstallerCharm::new, EXAMPLES.resolve("installer"));
  static final CharmUnderTest PANEL =
      CharmUnderTest.inProcess(PanelCharm::new, EXAMPLES.resolve("panel"));

  private BothCharms() {}

  static Story story(SimulatedJuju juju) {
    return new Story(juju, INSTALLER, PANEL, title -> {});
  }
}
