package dev.charmsignals.testkit.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a settings file: one YAML 1.1 map of texts, each scalar as it is written (contract section
 * 2.6).
 */
final class YamlSettings {

  private static final String TO_MAP = " into map[string]string";
  private static final String TO_STRING = " into string";

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();

  private YamlSettings() {}

  /** Returns the settings of the first document, or throws with the text of Juju's parser. */
  static Map<String, String> parse(byte[] file) {
    return QuotedSettings.parse(file).orElseGet(() -> parseWhole(file));
  }

  /** The same, by the parser for all of YAML. */
  static Map<String, String> parseWhole(byte[] file) {
    YamlSettings reader = new YamlSettings();
    YamlDocument.first(Utf8.decode(file)).ifPresent(reader::readDocument);
    if (!reader.complaints.isEmpty()) {
      String complaints = String.join("\n  ", reader.complaints);
      throw new CommandFailure("yaml: unmarshal errors:\n  " + complaints);
    }
    return reader.settings;
  }

  private void readDocument(Node node) {
    if (node instanceof MappingNode map) {
      readMap(map);
    } else if (node instanceof ScalarNode scalar) {
      YamlTag tag = YamlScalar.tag(scalar);
      if (tag != YamlTag.NULL) {
        complain(node, tag.tag() + " `" + shortened(scalar.getValue()) + "`" + TO_MAP);
      }
    } else {
      complain(node, "!!seq" + TO_MAP);
    }
  }

  private void readMap(MappingNode map) {
    for (NodeTuple entry : map.getValue()) {
      if (isMerge(entry.getKeyNode())) {
        merge(entry.getValueNode());
      } else {
        int before = complaints.size();
        String key = text(entry.getKeyNode());
        if (complaints.size() == before) {
          String value = text(entry.getValueNode());
          if (complaints.size() == before) {
            settings.put(key, value);
          }
        }
      }
    }
  }

  private static boolean isMerge(Node node) {
    return node instanceof ScalarNode scalar && node.getTag().equals(Tag.MERGE) && scalar.isPlain();
  }

  private void merge(Node node) {
    if (node instanceof MappingNode map) {
      readMap(map);
      return;
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wantMap();
    }
    List<Node> maps = sequence.getValue();
    for (int i = maps.size() - 1; i >= 0; i--) { // earlier ones win
      if (!(maps.get(i) instanceof MappingNode map)) {
        throw wantMap();
      }
      readMap(map);
    }
  }

  private static CommandFailure wantMap() {
    return new CommandFailure("yaml: map merge requires map or sequence of maps as the value");
  }

  /** Returns a scalar as it is written, or complains of anything else. */
  private String text(Node node) {
    if (node instanceof MappingNode) {
      complain(node, "!!map" + TO_STRING);
      return "";
    }
    if (!(node instanceof ScalarNode scalar)) {
      complain(node, "!!seq" + TO_STRING);
      return "";
    }
    if (node.getTag().equals(Tag.BINARY)) {
      return decoded(scalar.getValue());
    }
    return YamlScalar.tag(scalar) == YamlTag.NULL ? "" : scalar.getValue();
  }

  private static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("[\r\n]", ""));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("yaml: !!binary value contains invalid base64 data");
    }
  }

  private void complain(Node node, String what) {
    int line = node.getStartMark().getLine() + 1;
    complaints.add("line " + line + ": cannot unmarshal " + what);
  }

  private static String shortened(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length > 10 ? new String(bytes, 0, 7, StandardCharsets.UTF_8) + "..." : text;
  }
}
