package dev.charmsignals.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that packing makes of a charm's declarations. */
final class CharmFiles {

  private static final YAMLMapper YAML = new YAMLMapper();

  private CharmFiles() {}

  /** Returns the texts by file name; a section of the metadata becomes a file of its own. */
  static SortedMap<String, String> of(String metadataYaml, String configYaml) {
    SortedMap<String, String> files = new TreeMap<>(Map.of("metadata.yaml", metadataYaml));
    if (!metadataYaml.contains("config") && !metadataYaml.contains("actions")) {
      return withConfig(files, configYaml);
    }
    try {
      JsonNode root = YAML.readTree(metadataYaml);
      for (String section : new String[] {"config", "actions"}) {
        if (root.path(section).isObject()) {
          files.put(section + ".yaml", YAML.writeValueAsString(root.path(section)));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The metadata was read before", e);
    }
    return withConfig(files, configYaml);
  }

  private static SortedMap<String, String> withConfig(
      SortedMap<String, String> files, String configYaml) {
    if (!configYaml.isEmpty()) {
      files.put("config.yaml", configYaml);
    }
    return files;
  }
}
