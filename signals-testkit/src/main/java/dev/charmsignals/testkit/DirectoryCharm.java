package dev.charmsignals.testkit;

import dev.charmsignals.testkit.agent.AgentProgram;
import dev.charmsignals.testkit.agent.ToolsDirectory;
import dev.charmsignals.testkit.agent.UnpackedCharm;
import dev.charmsignals.testkit.command.HookCommands;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A charm directory whose hooks are processes. */
record DirectoryCharm(CharmMetadata metadata, Path directory, Map<String, String> variables)
    implements CharmUnderTest {

  @Override
  public HookProgram unpack(UnitSite site) {
    if (site.flavour() == JujuFlavour.JUJU_4 && !Files.exists(directory.resolve("manifest.yaml"))) {
      throw new ImpossibleWorldException(
          "%s has no manifest.yaml, without which Juju 4 takes no charm; it names the bases"
                  .formatted(directory)
              + ", such as \"bases: [{name: ubuntu, channel: '24.04', architectures: [amd64]}]\"");
    }
    UnpackedCharm.unpack(directory, site.agentDirectory(), metadata.hookNames());
    try {
      ToolsDirectory tools =
          ToolsDirectory.install(site.toolsDirectory(), new HookCommands().names());
      Map<String, String> all = new TreeMap<>(ContainerSockets.variables(site, metadata));
      all.putAll(variables);
      return new AgentProgram(site.agentDirectory(), tools, all);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot install hook commands for " + site.unit(), e);
    }
  }
}
