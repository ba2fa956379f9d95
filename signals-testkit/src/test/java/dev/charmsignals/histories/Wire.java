package dev.charmsignals.histories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what stands in bags and in charm state, by other means than the code that is judged. */
final class Wire {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Wire() {}

  /**
   * A header.
   *
   * @param id the stream's id
   * @param head the number of the last entry
   * @param floor what has been trimmed
   * @param members who has been admitted, and at which head
   * @param barred who has lost that, and at which head it was
   * @param replaces the streams it replaces, with their heads, the oldest first
   */
  record Header(
      String id,
      long head,
      long floor,
      Map<String, Long> members,
      Map<String, Long> barred,
      Map<String, Long> replaces) {}

  /**
   * An entry.
   *
   * @param name the name of the signal
   * @param said what it says
   * @param leader whether the emitter says that it led
   */
  record Entry(String name, long said, boolean leader) {}

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Returns the header in a bag, if there is one of this version. */
  static Optional<Header> header(Map<String, String> bag) {
    JsonNode header = tree(bag.getOrDefault("signals", ""));
    if (header.path("v").asInt() != 1 || !header.path("id").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new Header(
            header.path("id").textValue(),
            header.path("head").asLong(),
            header.path("floor").asLong(),
            numbers(header.path("members")),
            numbers(header.path("barred")),
            replaces(header.path("replaces"))));
  }

  /** Returns the acknowledgements in a bag, by stream. */
  static Map<String, Long> acks(Map<String, String> bag) {
    String text = bag.get("signals-ack");
    return text == null ? Collections.emptyMap() : numbers(tree(text));
  }

  /** Returns the number in an entry's key; 0 for other keys. */
  static long seq(String key) {
    if (!key.startsWith("signal-")) {
      return 0;
    }
    String digits = key.substring(7);
    for (int i = 0; i < digits.length(); i++) {
      if (!Character.isDigit(digits.charAt(i))) {
        return 0;
      }
    }
    return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
  }

  /** Returns the entry that a text is, if it is one. */
  static Optional<Entry> entry(String text) {
    JsonNode entry = tree(text);
    JsonNode said = entry.path("snapshot").path("n");
    return said.isIntegralNumber()
        ? Optional.of(
            new Entry(entry.path("name").asText(), said.asLong(), entry.path("leader").asBoolean()))
        : Optional.empty();
  }

  private static Map<String, Long> replaces(JsonNode list) {
    Map<String, Long> replaces = new LinkedHashMap<>();
    for (JsonNode each : list) {
      replaces.put(each.path("id").asText(), each.path("head").asLong());
    }
    return replaces;
  }

  private static Map<String, Long> numbers(JsonNode object) {
    Map<String, Long> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getValue().isIntegralNumber()) {
        numbers.put(field.getKey(), field.getValue().asLong());
      }
    }
    return numbers;
  }
}
