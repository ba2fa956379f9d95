package dev.charmsignals.testkit.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a controller makes of a charm's {@code manifest.yaml}. */
public final class Manifest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String NAME = "manifest.yaml";
  private static final String RIGHT =
      "bases: [{name: ubuntu, channel: '24.04', architectures: [amd64]}]";

  private Manifest() {}

  /**
   * Checks it, and what of the metadata depends on it. Before Juju 4 a charm of old can do without
   * it, if its metadata lists {@code series}.
   *
   * @param source where the charm comes from, for messages
   * @throws ImpossibleWorldException when Juju would refuse the charm, in Juju's words
   */
  public static void check(Path source, Members members, JujuFlavour flavour) {
    try {
      Optional<String> manifest = members.text(NAME);
      JsonNode bases = YAML.readTree(manifest.orElse("{}")).path("bases");
      for (JsonNode base : bases) {
        for (String key : new String[] {"name", "channel"}) {
          if (base.path(key).asText("").isEmpty()) {
            throw refused(
                source, "parsing \"%s\" file: manifest: %s".formatted(NAME, missing(key)));
          }
        }
      }
      if (bases.isEmpty() && flavour == JujuFlavour.JUJU_4) {
        throw refused(source, "charm metadata without bases in manifest not valid");
      }
      JsonNode metadata = YAML.readTree(members.text("metadata.yaml").orElse("{}"));
      if (bases.isEmpty() && (manifest.isPresent() || metadata.path("series").isEmpty())) {
        throw refused(source, "charm does not define any bases, not valid");
      }
      if (!bases.isEmpty() && metadata.has("min-juju-version")) {
        throw new ImpossibleWorldException(
            source
                + ": min-juju-version in metadata v2 not valid; write \"assumes: [juju >= 3.6]\"");
      }
    } catch (JsonProcessingException e) {
      throw refused(source, "parsing \"%s\" file: %s".formatted(NAME, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new ImpossibleWorldException("%s: %s".formatted(source, e.getMessage()));
    }
  }

  private static String missing(String key) {
    return key.equals("name") ? "base without name not valid" : "channel not valid";
  }

  private static ImpossibleWorldException refused(Path source, String why) {
    return new ImpossibleWorldException(
        "%s: %s; write %s with \"%s\"".formatted(source, why, NAME, RIGHT));
  }
}
