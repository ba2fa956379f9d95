package dev.charmsignals.testkit.world;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code actions.yaml}, or the section of that name, and lists what Juju would refuse. */
final class ActionsReader {

  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final Pattern NAME = Pattern.compile("[a-z](?:[a-z0-9-]*[a-z0-9])?");
  private static final Set<String> TYPES =
      Set.of("string", "integer", "number", "boolean", "array", "object", "null");

  private final List<String> complaints;

  private ActionsReader(List<String> complaints) {
    this.complaints = complaints;
  }

  static SortedMap<String, ActionSpec> read(
      String charm, JsonNode actions, List<String> complaints) {
    ActionsReader reader = new ActionsReader(complaints);
    SortedMap<String, ActionSpec> specs = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : actions.properties()) {
      specs.put(entry.getKey(), reader.action(charm, entry.getKey(), entry.getValue()));
    }
    return specs;
  }

  private ActionSpec action(String charm, String name, JsonNode node) {
    if (!NAME.matcher(name).matches()) {
      complaints.add("Action \"%s\" is not lower-case words, such as \"backup\"".formatted(name));
    }
    if (!charm.startsWith("juju-") && (name.equals("juju") || name.startsWith("juju-"))) {
      complaints.add("Action \"%s\" uses a name that Juju keeps to itself".formatted(name));
    }
    Map<String, Object> parameters = new TreeMap<>();
    for (Map.Entry<String, JsonNode> parameter : node.path("params").properties()) {
      checkPatterns(name, parameter.getKey(), parameter.getValue());
      if (checkType(name, parameter.getKey(), parameter.getValue())) {
        parameters.put(parameter.getKey(), PLAIN.convertValue(parameter.getValue(), MAP));
      }
    }
    List<String> required = new ArrayList<>();
    node.path("required").forEach(each -> required.add(each.asText()));
    JsonNode additional = node.path("additionalProperties");
    return new ActionSpec(
        name,
        node.path("description").asText(""),
        parameters,
        required,
        additional.isBoolean() ? Optional.of(additional.asBoolean()) : Optional.empty());
  }

  private void checkPatterns(String action, String parameter, JsonNode schema) {
    if (schema.path("pattern").isTextual()) {
      String pattern = schema.path("pattern").asText();
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        complaints.add(
            "Parameter \"%s\" of action \"%s\" has pattern \"%s\"; Juju says %s"
                .formatted(parameter, action, pattern, e.getMessage()));
      }
    }
    for (JsonNode inner : schema.path("properties")) {
      checkPatterns(action, parameter, inner);
    }
    if (schema.has("items")) {
      checkPatterns(action, parameter, schema.path("items"));
    }
  }

  private boolean checkType(String action, String parameter, JsonNode schema) {
    if (!schema.isObject()) {
      complaints.add(
          "Parameter \"%s\" of action \"%s\" is no schema; write \"%s: {type: string}\""
              .formatted(parameter, action, parameter));
      return false;
    }
    JsonNode type = schema.path("type");
    if (type.isTextual() && !TYPES.contains(type.asText())) {
      complaints.add(
          "Parameter \"%s\" of action \"%s\" has type \"%s\"; Juju knows %s"
              .formatted(
                  parameter,
                  action,
                  type.asText(),
                  String.join(", ", TYPES.stream().sorted().toList())));
    }
    return true;
  }
}
