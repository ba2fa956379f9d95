package dev.charmsignals.testkit.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the storage, resources and containers of a charm, and lists what Juju would refuse. */
final class PartsReader {

  private static final Pattern STORAGE = Pattern.compile("[a-z](?:[a-z0-9]*[_-])*[a-z0-9]*");
  private static final Pattern CONTAINER = Pattern.compile("[a-z](?:-?[a-z0-9]+)*");
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:([+-])(\\d+)?)?");

  private final List<String> complaints;

  PartsReader(List<String> complaints) {
    this.complaints = complaints;
  }

  SortedMap<String, StorageSpec> storages(JsonNode section) {
    SortedMap<String, StorageSpec> storages = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      storages.put(entry.getKey(), storage(entry.getKey(), entry.getValue()));
    }
    return storages;
  }

  private StorageSpec storage(String name, JsonNode node) {
    if (!STORAGE.matcher(name).matches()) {
      complaints.add("Storage \"%s\" is not lower-case words, such as \"data\"".formatted(name));
    }
    String kind = node.path("type").asText("");
    if (!Set.of("block", "filesystem").contains(kind)) {
      complaints.add(
          "Storage \"%s\" has type \"%s\"; Juju knows block, filesystem".formatted(name, kind));
    }
    String location = node.path("location").asText("");
    JsonNode range = node.path("multiple").path("range");
    if (range.isMissingNode()) {
      return new StorageSpec(name, kind, location, 1, 1);
    }
    Matcher matcher = RANGE.matcher(range.asText());
    if (!matcher.matches() || "+".equals(matcher.group(2)) && matcher.group(3) != null) {
      complaints.add(
          "Storage \"%s\" has range \"%s\"; write \"0-\", \"1-3\" or \"2+\""
              .formatted(name, range.asText()));
      return new StorageSpec(name, kind, location, 1, 1);
    }
    int least = Integer.parseInt(matcher.group(1));
    int most = matcher.group(2) == null ? least : -1;
    if (matcher.group(3) != null) {
      most = Integer.parseInt(matcher.group(3));
    }
    return new StorageSpec(name, kind, location, least, most);
  }

  SortedMap<String, ResourceSpec> resources(JsonNode section) {
    SortedMap<String, ResourceSpec> resources = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      String name = entry.getKey();
      String type = entry.getValue().path("type").asText("file");
      String filename = entry.getValue().path("filename").asText("");
      if (!Set.of("file", "oci-image").contains(type)) {
        complaints.add(
            "Resource \"%s\" has type \"%s\"; Juju knows file, oci-image".formatted(name, type));
      } else if (type.equals("file") && filename.isEmpty()) {
        complaints.add(
            "Resource \"%s\" names no file; write \"%s: {type: file, filename: %s.zip}\""
                .formatted(name, name, name));
      }
      resources.put(
          name, new ResourceSpec(name, type, filename.isEmpty() ? "content.yaml" : filename));
    }
    return resources;
  }

  SortedSet<String> containers(JsonNode section, Set<String> resources, Set<String> storages) {
    SortedSet<String> containers = new TreeSet<>();
    for (Map.Entry<String, JsonNode> entry : section.properties()) {
      String name = entry.getKey();
      containers.add(name);
      if (!CONTAINER.matcher(name).matches() || name.length() > 63) {
        complaints.add(
            "Container \"%s\" is not lower-case words of at most 63 letters, such as \"workload\""
                .formatted(name));
      }
      String resource = entry.getValue().path("resource").asText("");
      if (!resource.isEmpty() && !resources.contains(resource)) {
        complaints.add(
            "Container \"%s\" is made of resource \"%s\", which is not declared; there are %s"
                .formatted(name, resource, new TreeSet<>(resources)));
      }
      for (JsonNode mount : entry.getValue().path("mounts")) {
        String storage = mount.path("storage").asText("");
        if (!storages.contains(storage)) {
          complaints.add(
              "Container \"%s\" mounts storage \"%s\", which is not declared; there are %s"
                  .formatted(name, storage, new TreeSet<>(storages)));
        }
      }
    }
    return containers;
  }
}
