package dev.charmsignals.testkit;

import dev.charmsignals.testkit.archive.CharmArchive;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.util.Map;

/** A charm archive whose hooks are processes. */
record PackedCharm(CharmArchive archive, Map<String, String> variables) implements CharmUnderTest {

  @Override
  public CharmMetadata metadata() {
    return archive.metadata();
  }

  @Override
  public HookProgram unpack(UnitSite site, int revision) {
    archive.check(site.flavour());
    return ProcessCharm.unpack(archive.members(), metadata(), site, revision, variables);
  }
}
