package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettingsFileTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  private void assertRead(Map<String, String> expected, String file) {
    context.state.clear();
    assertEquals(silent(), shell.runWith(file, "state-set", "--file", "-"));
    assertEquals(new TreeMap<>(expected), context.state);
  }

  private void assertRefused(String message, String file) {
    context.state.clear();
    assertEquals(failed(message), shell.runWith(file, "state-set", "--file", "-"));
    assertEquals(Map.of(), context.state);
  }

  @Test
  void scalarsAreTakenAsTheyAreWritten() {
    assertRead(
        Map.of("a", "yes", "b", "1_000", "c", "0x1F", "d", "2001-01-01", "e", "1e3", "7", "on"),
        "a: yes\nb: 1_000\nc: 0x1F\nd: 2001-01-01\ne: 1e3\n7: on\n");
  }

  @Test
  void nullsAreEmptyTexts() {
    assertRead(Map.of("a", "", "b", "", "c", "", "d", "null"), "a: null\nb: ~\nc:\nd: 'null'\n");
  }

  @Test
  void binaryIsDecoded() {
    assertRead(Map.of("a", "hi\n"), "a: !!binary aGkK\n");
    assertRefused("yaml: !!binary value contains invalid base64 data", "a: !!binary '*'\n");
  }

  @Test
  void ofAKeyWrittenTwiceTheLastWins() {
    assertRead(Map.of("a", "2"), "a: 1\na: 2\n");
  }

  @Test
  void whiteSpaceIsPreserved() {
    assertRead(
        Map.of("a", " x ", "b", "l1\n l2\n", " c ", "\t"),
        "a: ' x '\nb: |\n  l1\n   l2\n\" c \": \"\\t\"\n");
  }

  @Test
  void anEmptyFileHasNoSettings() {
    assertRead(Map.of(), "");
    assertRead(Map.of(), "{}");
    assertRead(Map.of(), "# nothing\n");
    assertRead(Map.of(), "null\n");
  }

  @Test
  void onlyTheFirstDocumentCounts() {
    assertRead(Map.of("a", "1"), "a: 1\n---\nb: [\n");
    assertRead(Map.of("a", "1"), "{a: 1}\n{b: 2}\n");
  }

  @Test
  void nestedValuesAreRefusedAllAtOnce() {
    assertRefused(
        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!map into string", "a: {b: c}\n");
    assertRefused(
        "yaml: unmarshal errors:\n"
            + "  line 2: cannot unmarshal !!seq into string\n"
            + "  line 3: cannot unmarshal !!map into string",
        "a: 1\nb: [c]\n{d: e}: f\n".replace("{d: e}: f", "? {d: e}\n: f"));
  }

  @Test
  void aFileMustBeAMap() {
    assertRefused(
        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!seq into map[string]string", "[a]");
    assertRefused(
        "yaml: unmarshal errors:\n"
            + "  line 1: cannot unmarshal !!str `foo=bar...` into map[string]string",
        "foo=bar ham=eggs");
    assertRefused(
        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!int `12` into map[string]string",
        "12");
  }

  @Test
  void aTagThatItsTextDoesNotFitIsRefused() {
    assertRefused("yaml: cannot decode !!str `x` as a !!int", "a: !!int x\n");
    assertRead(Map.of("a", "5", "b", "6", "c", "7"), "a: !!str 5\nb: !own 6\nc: !!float 7\n");
  }

  @Test
  void anchorsAndMergesAreFollowed() {
    assertRead(Map.of("a", "1", "b", "1"), "a: &x 1\nb: *x\n");
    assertRead(Map.of("a", "1", "b", "2"), "<<: {a: 1}\nb: 2\n");
    assertRefused("yaml: unknown anchor 'x' referenced", "a: *x\n");
    assertRefused("yaml: map merge requires map or sequence of maps as the value", "<<: text\n");
  }

  @Test
  void jsonIsMostlyYaml() {
    assertRead(
        Map.of("a", "x\"\\\u00E9\n\uD83D\uDE00", "b", "12"),
        "{\"a\":\"x\\\"\\\\\\u00e9\\n\uD83D\uDE00\", \"b\": 12}");
    assertRead(Map.of("a", "1", "b", "2"), "{\n\t\"a\": \"1\",\n\t\"b\":\t\"2\"\n}\n");
  }

  @Test
  void anEscapedSlashIsRefused() {
    assertRefused("yaml: found unknown escape character", "{\"a\":\"\\/\"}");
    assertRefused("yaml: line 2: found unknown escape character", "a: 1\nb: \"x\\/\"\n");
    assertRead(Map.of("a", "\\/", "b", "\\/"), "a: \"\\\\/\"\nb: '\\/'\n");
  }

  @Test
  void anEscapedSurrogateIsRefused() {
    String message = "yaml: found invalid Unicode character escape code";

    assertRefused(message, "{\"a\":\"\\ud83d\\ude00\"}");
    assertRefused(message, "a: !!str &x \"\\uDFFF\"\n");
    assertRefused(message, "a: \"\\U00110000\"\n");
    assertRefused(message, "a: \"\\U0000D800\"\n");
    assertRead(Map.of("a", "\uD83D\uDE00"), "a: \"\\U0001F600\"\n");
  }

  @Test
  void rawControlCharactersAreRefused() {
    for (String raw : new String[] {"\u007F", "\uFFFE", "\uFFFF", "\u0000", "\u0080", "\u001B"}) {
      assertRefused("yaml: control characters are not allowed", "{\"a\":\"" + raw + "\"}");
    }
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertEquals(
        failed("yaml: invalid leading UTF-8 octet"),
        shell.runWith(bytes(0xFF), "state-set", "--file", "-"));
    assertEquals(
        failed("yaml: invalid trailing UTF-8 octet"),
        shell.runWith(bytes(0xC3, 'a'), "state-set", "--file", "-"));
    assertEquals(
        failed("yaml: incomplete UTF-8 octet sequence"),
        shell.runWith(bytes(0xE2, 0x82), "state-set", "--file", "-"));
  }

  @Test
  void aLineBreakInsideQuotesBecomesASpace() {
    assertRead(Map.of("a", "x y"), "{\"a\":\"x\ny\"}");
    assertRead(Map.of("a", "x y"), "{\"a\":\"x\u0085y\"}");
  }

  @Test
  void aQuotedKeyOfMoreThanAThousandCharactersIsRefused() {
    assertRead(Map.of("k".repeat(250), "x"), "{\"" + "k".repeat(250) + "\": \"x\"}");
    assertRefused(
        "yaml: did not find expected ',' or '}'", "{\"" + "k".repeat(1100) + "\": \"x\"}");
    assertRefused(
        "yaml: mapping values are not allowed in this context", "\"" + "k".repeat(1100) + "\": x");
  }

  @Test
  void mistakesAreToldWithTheirLine() {
    assertRefused("yaml: mapping values are not allowed in this context", "a: b: c\n");
    assertRefused("yaml: line 1: did not find expected ',' or '}'", "{a: b");
    assertRefused("yaml: line 3: could not find expected ':'", "a: \nb\n");
    assertRefused("yaml: did not find expected key", "a: 'b' c\n");
    assertRefused("yaml: found character that cannot start any token", "\ta: b\n");
    assertRefused("yaml: found unexpected end of stream", "a: 'x");
    assertRefused("yaml: line 2: found unexpected end of stream", "a: 'x\n");
    assertRefused("yaml: did not find expected hexdecimal number", "a: \"\\x4g\"\n");
  }

  @Test
  void everyCodePointSurvivesTheSafeRecipe() {
    StringBuilder all = new StringBuilder();
    Map<String, String> expected = new TreeMap<>();
    for (int start = 0; start <= Character.MAX_CODE_POINT; start += 0x1000) {
      StringBuilder value = new StringBuilder();
      for (int c = start; c < start + 0x1000; c++) {
        if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
          value.appendCodePoint(c);
        }
      }
      expected.put("k" + start, value.toString());
      all.append(escaped("k" + start)).append(": ").append(escaped(value.toString())).append('\n');
    }

    assertRead(expected, all.toString());
  }

  /** One double-quoted scalar; what a YAML reader could trip over is escaped, and nothing else. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' '
                  || c >= 0x7F && c <= 0x9F
                  || c == 0x2028
                  || c == 0x2029
                  || c == 0xFEFF
                  || c == 0xFFFE
                  || c == 0xFFFF) {
                out.append("\\u%04x".formatted(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }

  private static byte[] bytes(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }
}
