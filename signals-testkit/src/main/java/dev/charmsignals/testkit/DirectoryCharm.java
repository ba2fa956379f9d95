package dev.charmsignals.testkit;

import dev.charmsignals.testkit.archive.Manifest;
import dev.charmsignals.testkit.archive.Members;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A charm directory whose hooks are processes. */
record DirectoryCharm(CharmMetadata metadata, Path directory, Map<String, String> variables)
    implements CharmUnderTest {

  @Override
  public HookProgram unpack(UnitSite site, int revision) {
    try {
      Members members = Members.ofDirectory(directory);
      Manifest.check(directory, members, site.flavour());
      return ProcessCharm.unpack(members, metadata, site, revision, variables);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + directory, e);
    }
  }
}
