package dev.charmsignals.packing.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlWriterTest {

  @Test
  void writesBlocksAndQuotesWhatAnotherParserCouldTakeForSomethingElse() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "panel");
    values.put("description", "First line.\n\nThird line, with a colon: and a # too.\n");
    values.put("limit", 3);
    values.put("optional", true);
    values.put("nothing", null);
    values.put("texts", List.of("24.04", "yes", "0x10", "null", "", "- a", "a: b", "ä", "12:30"));
    values.put("empty", Map.of());

    String text = YamlWriter.write(values);

    assertEquals(
        """
        name: panel
        description: |
          First line.

          Third line, with a colon: and a # too.
        limit: 3
        optional: true
        nothing: null
        texts:
          - '24.04'
          - 'yes'
          - '0x10'
          - 'null'
          - ''
          - '- a'
          - 'a: b'
          - ä
          - '12:30'
        empty: {}
        """,
        text);
    Mistakes mistakes = new Mistakes();
    assertEquals(values, YamlReader.read(text, mistakes).plain());
    assertEquals(List.of(), mistakes.all());
  }
}
