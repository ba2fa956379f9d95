package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Read back by SnakeYAML, a YAML 1.1 parser as Juju's is. It is the more lenient one: it takes
 * {@code \/} and a surrogate pair of escapes, neither of which may be sent.
 */
class SettingsFileTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void readsBackEveryCodePoint() throws IOException {
    for (int block = 0; block <= Character.MAX_CODE_POINT; block += 0x4000) {
      Map<String, String> settings = new LinkedHashMap<>();
      for (int line = block; line < block + 0x4000; line += 0x40) {
        var value = new StringBuilder();
        for (int codePoint = line; codePoint < line + 0x40; codePoint++) {
          if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
            value.append(' ').appendCodePoint(codePoint);
          }
        }
        settings.put("k" + line, value.append(' ').toString());
      }

      assertEquals(settings, readBack(settings));
    }
  }

  @Test
  void escapesWhatJujuWouldRefuseOrChangeAndNothingElse() {
    assertEquals(
        "\"a\\u0000\\u001f\\\"\\\\/\\u007f\\u0085\\u009f\":"
            + " \"\\u2028\\u2029\\ufeff\\ufffe\\uffff\"\n"
            + "\"é €\": \"\ud83d\ude00'#:{}\"\n",
        text(
            Map.of("a\0\u001f\"\\/\u007f\u0085\u009f", "\u2028\u2029\ufeff\ufffe\uffff"),
            Map.of("é €", "\ud83d\ude00'#:{}")));
  }

  @Test
  void replacesHalfASurrogatePair() {
    assertEquals(
        "\"k\": \"\ufffda\ufffd\ud83d\ude00\ufffd\"\n",
        text(Map.of("k", "\ud83da\ude00\ud83d\ude00\ud83d")));
  }

  @Test
  void writesScalarsThatYamlWouldTakeForSomethingElse() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("null", "");
    settings.put("yes", "no");
    settings.put("1_000", "0x1F");
    settings.put(" a ", " b\n\tc ");
    settings.put("<<", "*a");
    settings.put("2001-01-01", "~");

    assertEquals(settings, readBack(settings));
  }

  @Test
  void writesAnEmptyMapForNoSettings() {
    assertEquals("{}\n", text(Map.of()));
  }

  @Test
  void refusesAKeyThatCouldNotBeReadBack() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> SettingsFile.encode(Map.of("k".repeat(999), "v")));

    assertEquals("A key of 999 characters is too long; 256 are safe", thrown.getMessage());
  }

  @SafeVarargs
  private static String text(Map<String, String>... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Map<String, String> some : settings) {
      all.putAll(some);
    }
    return new String(SettingsFile.encode(all), StandardCharsets.UTF_8);
  }

  private static Map<String, String> readBack(Map<String, String> settings) throws IOException {
    return YAML.readValue(SettingsFile.encode(settings), new TypeReference<>() {});
  }
}
