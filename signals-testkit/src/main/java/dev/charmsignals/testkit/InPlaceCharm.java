package dev.charmsignals.testkit;

import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.nio.file.Path;

/** A charm class whose YAML files lie in a directory that all its units share. */
record InPlaceCharm(CharmFactory factory, CharmMetadata metadata, Path directory)
    implements CharmUnderTest {

  @Override
  public HookProgram unpack(UnitSite site, int revision) {
    return new InProcessProgram(
        factory, directory.toAbsolutePath(), ContainerSockets.variables(site, metadata));
  }
}
