package dev.charmsignals.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.charmsignals.metadata.YamlNode.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a document with the YAML parser; loaded only when the scanner was not sure. */
final class YamlDocument {

  private final Path file;
  private final YAMLParser parser;
  private final Map<String, YamlNode> anchors = new HashMap<>();

  private YamlDocument(Path file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** Returns the first document of the text, which is the one that Juju reads. */
  static YamlNode read(Path file, String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return YamlNode.of(1, Kind.NOTHING);
      }
      return new YamlDocument(file, parser).node(1, first, false);
    } catch (JsonProcessingException e) {
      throw notYaml(file, e);
    } catch (IOException e) {
      throw new CharmMetadataException(file, "cannot be read", MetadataReader.EXAMPLE, e);
    }
  }

  /** Reads a value; where it {@code matters}, a key may not come twice. */
  private YamlNode node(int line, JsonToken token, boolean matters) throws IOException {
    if (parser.isCurrentAlias()) {
      return aliased(line, parser.getText());
    }
    String anchor = parser.getObjectId();
    YamlNode node =
        switch (token) {
          case START_OBJECT -> mapping(line, matters);
          case START_ARRAY -> sequence(line);
          case VALUE_NULL -> YamlNode.of(line, Kind.NOTHING);
          default -> YamlNode.scalar(line, parser.getText());
        };
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private YamlNode aliased(int line, String anchor) {
    YamlNode node = anchors.get(anchor);
    if (node == null) {
      throw malformed(file, line, "uses the alias *" + anchor + " before an anchor of that name");
    }
    return new YamlNode(line, node.kind(), node.text(), node.entries());
  }

  private YamlNode mapping(int line, boolean matters) throws IOException {
    boolean isRoot = parser.getParsingContext().getParent().inRoot();
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    YamlNode merged = null;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT;
        token = parser.nextToken()) {
      String key = parser.currentName();
      int keyLine = parser.currentTokenLocation().getLineNr();
      boolean entryMatters = matters || (isRoot && MetadataReader.matters(key));
      YamlNode value = node(keyLine, parser.nextToken(), entryMatters);
      if (key.equals("<<") && value.kind() == Kind.MAPPING) {
        merged = value;
      } else if (entries.put(key, value) != null && entryMatters) {
        throw malformed(file, keyLine, "has the key \"" + key + "\" twice");
      }
    }
    addMerged(entries, merged);
    return YamlNode.mapping(line, entries);
  }

  private static void addMerged(Map<String, YamlNode> entries, @Nullable YamlNode merged) {
    if (merged != null) {
      for (Map.Entry<String, YamlNode> entry : merged.entries().entrySet()) {
        entries.putIfAbsent(entry.getKey(), entry.getValue());
      }
    }
  }

  private YamlNode sequence(int line) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      node(parser.currentTokenLocation().getLineNr(), token, false);
    }
    return YamlNode.of(line, Kind.SEQUENCE);
  }

  /** Takes the line from the scanner below Jackson, which knows better where the mistake is. */
  private static CharmMetadataException notYaml(Path file, JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      int line = marked.getProblemMark().getLine() + 1;
      return malformed(file, line, "is not YAML: " + marked.getProblem());
    }
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return malformed(file, line, "is not YAML: " + e.getOriginalMessage());
  }

  private static CharmMetadataException malformed(Path file, int line, String problem) {
    return new CharmMetadataException(file, line, problem, MetadataReader.EXAMPLE);
  }
}
