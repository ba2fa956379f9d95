package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.nio.file.Path;

/** A charm directory whose hooks are processes. */
record DirectoryCharm(CharmMetadata metadata, Path directory) implements CharmUnderTest {

  @Override
  public HookProgram unpack(UnitSite site) {
    throw new UnsupportedOperationException("Not yet: " + directory + " for " + site.unit());
  }
}
