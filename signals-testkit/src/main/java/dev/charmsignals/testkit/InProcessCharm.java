package dev.charmsignals.testkit;

import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A charm class with its YAML as text, which each unit finds in a directory of its own. */
record InProcessCharm(
    CharmFactory factory, CharmMetadata metadata, String metadataYaml, String configYaml)
    implements CharmUnderTest {

  @Override
  public HookProgram unpack(UnitSite site) {
    try {
      Path directory = Files.createDirectories(site.agentDirectory().resolve("charm"));
      Files.writeString(directory.resolve("metadata.yaml"), metadataYaml);
      if (!configYaml.isEmpty()) {
        Files.writeString(directory.resolve("config.yaml"), configYaml);
      }
      return new InProcessProgram(factory, directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack the charm for " + site.unit(), e);
    }
  }
}
