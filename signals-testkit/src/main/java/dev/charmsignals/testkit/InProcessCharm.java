package dev.charmsignals.testkit;

import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A charm class with its YAML files as text, which each unit finds in its own directory. */
record InProcessCharm(CharmFactory factory, CharmMetadata metadata, Map<String, String> files)
    implements CharmUnderTest {

  @Override
  public HookProgram unpack(UnitSite site) {
    try {
      Path directory = Files.createDirectories(site.agentDirectory().resolve("charm"));
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
      }
      return new InProcessProgram(factory, directory, ContainerSockets.variables(site, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack the charm for " + site.unit(), e);
    }
  }
}
