package dev.charmsignals.testkit.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a charm's YAML files and lists everything Juju would refuse about them. */
final class MetadataReader {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern ENDPOINT = Pattern.compile("[a-z][a-z0-9]*([_-][a-z0-9]+)*");
  private static final Set<String> TYPES = Set.of("string", "int", "float", "boolean", "secret");

  private static final Predicate<Endpoint> SUBORDINATES =
      endpoint -> endpoint.role() == EndpointRole.REQUIRES && endpoint.inContainer();

  private final List<String> complaints = new ArrayList<>();

  private MetadataReader() {}

  static CharmMetadata read(Path directory) {
    Path metadata = directory.resolve("metadata.yaml");
    Path config = directory.resolve("config.yaml");
    Path actions = directory.resolve("actions.yaml");
    Path charmcraft = directory.resolve("charmcraft.yaml");
    if (Files.exists(metadata)) {
      return read(text(metadata), textIfAny(config), textIfAny(actions));
    }
    if (Files.exists(charmcraft)) {
      return read(text(charmcraft), "", "");
    }
    throw new ImpossibleWorldException(
        "%s is no charm: it holds neither metadata.yaml nor charmcraft.yaml".formatted(directory));
  }

  /** Reads the texts of the files; an empty one is a file that is not there. */
  static CharmMetadata read(String metadataYaml, String configYaml, String actionsYaml) {
    MetadataReader reader = new MetadataReader();
    CharmMetadata read = reader.metadata(metadataYaml, configYaml, actionsYaml);
    ImpossibleWorldException.throwUnlessEmpty(reader.complaints);
    return read;
  }

  private CharmMetadata metadata(String metadataYaml, String configYaml, String actionsYaml) {
    JsonNode root = parse("metadata.yaml", metadataYaml);
    String name = root.path("name").asText("");
    if (name.isEmpty()) {
      complaints.add("metadata.yaml has no \"name\"; a charm needs one, such as \"name: panel\"");
    }
    SortedMap<String, Endpoint> endpoints = new TreeMap<>();
    for (EndpointRole role : EndpointRole.values()) {
      for (Map.Entry<String, JsonNode> entry : root.path(role.key()).properties()) {
        addEndpoint(endpoints, entry.getKey(), role, entry.getValue());
      }
    }
    JsonNode options =
        configYaml.isBlank()
            ? root.path("config").path("options")
            : parse("config.yaml", configYaml).path("options");
    SortedMap<String, ConfigOption> config = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : options.properties()) {
      config.put(entry.getKey(), option(entry.getKey(), entry.getValue()));
    }
    Set<String> bindings = new HashSet<>();
    root.path("extra-bindings").fieldNames().forEachRemaining(bindings::add);
    for (String binding : new TreeSet<>(bindings)) {
      if (endpoints.containsKey(binding)) {
        complaints.add("Extra binding \"%s\" is named like an endpoint".formatted(binding));
      }
    }
    boolean subordinate = root.path("subordinate").asBoolean(false);
    if (subordinate && endpoints.values().stream().noneMatch(SUBORDINATES)) {
      complaints.add(
          "A subordinate charm requires an endpoint with \"scope: container\", such as \"juju-info\"");
    }
    JsonNode actions =
        actionsYaml.isBlank() ? root.path("actions") : parse("actions.yaml", actionsYaml);
    PartsReader parts = new PartsReader(complaints);
    SortedMap<String, StorageSpec> storages = parts.storages(root.path("storage"));
    SortedMap<String, ResourceSpec> resources = parts.resources(root.path("resources"));
    return new CharmMetadata(
        name,
        subordinate,
        endpoints,
        config,
        bindings,
        ActionsReader.read(name, actions, complaints),
        storages,
        resources,
        parts.containers(root.path("containers"), resources.keySet(), storages.keySet()));
  }

  private void addEndpoint(
      SortedMap<String, Endpoint> endpoints, String name, EndpointRole role, JsonNode node) {
    String interfaceName = node.isTextual() ? node.asText() : node.path("interface").asText("");
    if (!ENDPOINT.matcher(name).matches()) {
      complaints.add(
          "Endpoint \"%s\" is not lower-case words, such as \"channel\"".formatted(name));
    }
    if (name.equals("juju") || name.startsWith("juju-")) {
      complaints.add("Endpoint \"%s\" uses a name that Juju keeps to itself".formatted(name));
    }
    if (interfaceName.isEmpty()) {
      complaints.add(
          "Endpoint \"%s\" names no interface; write \"%s: {interface: signals}\""
              .formatted(name, name));
    }
    Endpoint endpoint =
        new Endpoint(
            name,
            role,
            interfaceName,
            node.path("limit").asInt(0),
            node.path("scope").asText("global").equals("container"));
    if (endpoints.put(name, endpoint) != null) {
      complaints.add("Endpoint \"%s\" is declared twice".formatted(name));
    }
  }

  private ConfigOption option(String name, JsonNode node) {
    String type = node.path("type").asText("string");
    if (!TYPES.contains(type)) {
      complaints.add(
          "Config option \"%s\" has type \"%s\"; Juju knows %s"
              .formatted(name, type, String.join(", ", TYPES.stream().sorted().toList())));
      return new ConfigOption(name, "string", Optional.empty());
    }
    ConfigOption undefaulted = new ConfigOption(name, type, Optional.empty());
    JsonNode byDefault = node.path("default");
    if (byDefault.isMissingNode() || byDefault.isNull()) {
      return undefaulted;
    }
    Optional<Object> accepted = undefaulted.accept(YAML.convertValue(byDefault, Object.class));
    if (accepted.isEmpty()) {
      complaints.add(
          "Config option \"%s\" has type %s, which its default %s is not"
              .formatted(name, type, byDefault));
    }
    return new ConfigOption(name, type, accepted);
  }

  private static JsonNode parse(String file, String yaml) {
    try {
      JsonNode root = YAML.readTree(yaml);
      if (root == null || !root.isObject()) {
        throw new ImpossibleWorldException("%s holds no map of keys".formatted(file));
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new ImpossibleWorldException(
          "%s is not YAML: %s".formatted(file, e.getOriginalMessage()));
    }
  }

  private static String textIfAny(Path file) {
    return Files.exists(file) ? text(file) : "";
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
