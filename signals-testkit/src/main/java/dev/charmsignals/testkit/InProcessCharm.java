package dev.charmsignals.testkit;

import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.testkit.agent.UnpackedCharm;
import dev.charmsignals.testkit.archive.Members;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A charm class with its YAML files as text, which each unit finds in its own directory. */
record InProcessCharm(CharmFactory factory, CharmMetadata metadata, Map<String, String> files)
    implements CharmUnderTest {

  @Override
  public HookProgram unpack(UnitSite site, int revision) {
    Path agent = site.agentDirectory();
    UnpackedCharm.unpack(Members.ofTexts(files), agent, metadata.url(revision), Set.of());
    return new InProcessProgram(
        factory, agent.resolve("charm"), ContainerSockets.variables(site, metadata));
  }
}
