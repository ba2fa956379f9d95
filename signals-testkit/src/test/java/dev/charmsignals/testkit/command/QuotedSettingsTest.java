package dev.charmsignals.testkit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader of settings and the one for all of YAML agree, or the quick one abstains. */
class QuotedSettingsTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsQuotesBackslashesAndEscapes() {
    byte[] file =
        bytes("\"a\": \"say \\\"hi\\\" \\\\ \\u000a\\u2028\\u00E9 : # {x}\"\n\"b\": \"\"\n");

    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("a", "say \"hi\" \\ \n\u2028\u00e9 : # {x}");
    expected.put("b", "");
    assertEquals(Optional.of(expected), QuotedSettings.parse(file));
    assertEquals(expected, YamlSettings.parseWhole(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}\n",
        "a: b\n",
        "\"a\": b\n",
        "\"a\" : \"b\"\n",
        "\"a\": \"b\"",
        "\"a\": \"b\" # c\n",
        "\"a\": \"\u00e9\"\n",
        "\"a\": \"\\n\"\n",
        "\"a\": \"\\ud83d\\ude00\"\n",
        "\"a\": \"\\u00g0\"\n",
        "\"a\": \"b\n c\"\n",
        "\"a\": \"b\tc\"\n",
        "\"a\": \"1\"\n\"a\": \"2\"\n",
        "\"a\": \"b\n",
        "\"a\": \"\\",
        "\"a\": \"\\u00"
      })
  void leavesWhatIsLessPlainToTheOther(String file) {
    assertEquals(Optional.empty(), QuotedSettings.parse(bytes(file)));
  }

  @Test
  void agreesWithTheOtherOnRandomFiles() {
    SplittableRandom random = new SplittableRandom(1);
    String alphabet = "ab <>{}[]:#&*!|'%@`,?-~.01\"\\nu\n";
    List<String> pieces = List.of("\": \"", "\"\n\"", "\\\"", "\\\\", "\\u0041", "\\u0085", "<<");
    List<String> disagreements = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("\"");
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(
            random.nextInt(3) == 0
                ? pieces.get(random.nextInt(pieces.size()))
                : alphabet.substring(0, 28).charAt(random.nextInt(28)));
      }
      byte[] file = bytes(text + "k" + i + "\": \"v\"\n");
      Optional<Map<String, String>> quick = QuotedSettings.parse(file);
      if (quick.isPresent()) {
        read++;
        if (!quick.get().equals(whole(file))) {
          disagreements.add(new String(file, StandardCharsets.UTF_8));
        }
      }
    }
    assertEquals(List.of(), disagreements);
    assertEquals(true, read > 1_000, read + " files were plain");
  }

  private static Map<String, String> whole(byte[] file) {
    try {
      return YamlSettings.parseWhole(file);
    } catch (CommandFailure e) {
      return Map.of("refused", "by the other");
    }
  }
}
