package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlValue;
import dev.charmsignals.packing.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The YAML files that Juju reads, made of what {@code charmcraft.yaml} says. */
public final class CharmFiles {

  /** What goes to {@code metadata.yaml} under its own name. */
  private static final List<String> METADATA =
      List.of(
          "charm-user",
          "assumes",
          "subordinate",
          "provides",
          "requires",
          "peers",
          "extra-bindings",
          "storage",
          "devices",
          "containers",
          "resources",
          "terms");

  private CharmFiles() {}

  /** Returns the texts by name of file: always metadata and manifest, the others if need be. */
  public static SortedMap<String, String> of(CharmSource source, Platform platform) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("metadata.yaml", YamlWriter.write(metadata(source.root())));
    files.put("manifest.yaml", YamlWriter.write(manifest(platform)));
    part(source.root(), "config")
        .ifPresent(config -> files.put("config.yaml", YamlWriter.write(config.plain())));
    part(source.root(), "actions")
        .ifPresent(actions -> files.put("actions.yaml", YamlWriter.write(actions.plain())));
    return files;
  }

  private static java.util.Optional<YamlMap> part(YamlMap root, String key) {
    return root.value(key).map(YamlMap.class::cast).filter(map -> !map.entries().isEmpty());
  }

  private static Map<String, @Nullable Object> metadata(YamlMap root) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    copy(root, "name", metadata, "name");
    copy(root, "title", metadata, "display-name");
    copy(root, "summary", metadata, "summary");
    copy(root, "description", metadata, "description");
    if (root.value("links").orElse(root) instanceof YamlMap links && links != root) {
      links
          .value("contact")
          .map(YamlValue::plain)
          .ifPresent(
              contact ->
                  metadata.put(
                      "maintainers", contact instanceof List ? contact : List.of(contact)));
      copy(links, "documentation", metadata, "docs");
      copy(links, "issues", metadata, "issues");
      copy(links, "source", metadata, "source");
      copy(links, "website", metadata, "website");
    }
    METADATA.forEach(key -> copy(root, key, metadata, key));
    return metadata;
  }

  private static void copy(
      YamlMap from, String key, Map<String, @Nullable Object> to, String name) {
    from.value(key).ifPresent(value -> to.put(name, value.plain()));
  }

  private static Map<String, Object> manifest(Platform platform) {
    Map<String, Object> base = new LinkedHashMap<>();
    base.put("name", platform.system());
    base.put("channel", platform.channel());
    base.put("architectures", List.of(platform.architecture()));
    return Map.of("bases", List.of(base));
  }
}
