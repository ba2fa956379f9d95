package dev.charmsignals.testkit;

import dev.charmsignals.testkit.agent.AgentProgram;
import dev.charmsignals.testkit.agent.ToolsDirectory;
import dev.charmsignals.testkit.agent.UnpackedCharm;
import dev.charmsignals.testkit.archive.Members;
import dev.charmsignals.testkit.command.HookCommands;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What a unit gets whose hooks are processes: the charm's files, and hook commands. */
final class ProcessCharm {

  private ProcessCharm() {}

  /** Unpacks a charm for a unit, with variables that Juju would not set. */
  static HookProgram unpack(
      Members members,
      CharmMetadata metadata,
      UnitSite site,
      int revision,
      Map<String, String> variables) {
    if (site.flavour() == JujuFlavour.JUJU_2_9) {
      throw new ImpossibleWorldException(
          "%s cannot be run as processes in Juju 2.9, whose agent listens on an abstract socket"
                  .formatted(metadata.name())
              + " that Java cannot open; run the charm's class in process");
    }
    UnpackedCharm.unpack(
        members, site.agentDirectory(), metadata.url(revision), metadata.hookNames());
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
