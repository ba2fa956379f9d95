package dev.charmsignals.metadata;

import java.util.Map;

/**
 * One value of a YAML document, as far as metadata needs it.
 *
 * @param line the line of the key that holds it, from 1; 1 for the document itself
 * @param kind what it is
 * @param text a scalar's text, after quotes were removed; else empty
 * @param entries a mapping's entries in their order; else empty
 */
record YamlNode(int line, Kind kind, String text, Map<String, YamlNode> entries) {

  enum Kind {
    /** Text, a number or a truth value: the text as written. */
    SCALAR,
    /** Null, or nothing at all. */
    NOTHING,
    MAPPING,
    /** A list; nothing in metadata that matters here is one, so its items are not kept. */
    SEQUENCE,
    /** Text of several lines that the scanner went past without reading it. */
    UNREAD
  }

  static YamlNode scalar(int line, String text) {
    return new YamlNode(line, Kind.SCALAR, text, Map.of());
  }

  static YamlNode mapping(int line, Map<String, YamlNode> entries) {
    return new YamlNode(line, Kind.MAPPING, "", entries);
  }

  static YamlNode of(int line, Kind kind) {
    return new YamlNode(line, kind, "", Map.of());
  }
}
