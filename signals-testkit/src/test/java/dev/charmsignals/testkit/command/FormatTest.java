package dev.charmsignals.testkit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatTest {

  /** What one value becomes in the three formats. */
  record Row(String smart, String yaml, String json) {
    static Row of(Value value) {
      return new Row(Format.SMART.write(value), Format.YAML.write(value), Format.JSON.write(value));
    }
  }

  @Test
  void nothingIsSilentExceptInJson() {
    assertEquals(new Row("", "", "null\n"), Row.of(new Value.Nil()));
  }

  @Test
  void aTextIsBareQuotedWhenAmbiguousOrQuoted() {
    assertEquals(new Row("up\n", "up\n", "\"up\"\n"), Row.of(new Value.Text("up")));
    assertEquals(new Row("yes\n", "\"yes\"\n", "\"yes\"\n"), Row.of(new Value.Text("yes")));
    assertEquals(new Row("12\n", "\"12\"\n", "\"12\"\n"), Row.of(new Value.Text("12")));
    assertEquals(new Row("a: b\n", "'a: b'\n", "\"a: b\"\n"), Row.of(new Value.Text("a: b")));
  }

  @Test
  void anEmptyTextIsNothingInSmart() {
    assertEquals(new Row("", "\"\"\n", "\"\"\n"), Row.of(new Value.Text("")));
  }

  @Test
  void smartAddsALineEndToOneThatIsThere() {
    assertEquals(new Row("a\n\n", "|\n  a\n", "\"a\\n\"\n"), Row.of(new Value.Text("a\n")));
  }

  @Test
  void aListIsOneTextPerLine() {
    assertEquals(
        new Row("a\nb\n", "- a\n- b\n", "[\"a\",\"b\"]\n"),
        Row.of(new Value.Texts(List.of("a", "b"))));
    assertEquals(new Row("", "[]\n", "[]\n"), Row.of(new Value.Texts(List.of())));
  }

  @Test
  void aFlagHasACapitalOnlyInSmart() {
    assertEquals(new Row("True\n", "true\n", "true\n"), Row.of(new Value.Flag(true)));
    assertEquals(new Row("False\n", "false\n", "false\n"), Row.of(new Value.Flag(false)));
  }

  @Test
  void aLargeNumberLosesItsDigitsExceptInJson() {
    assertEquals(new Row("1e+06\n", "1e+06\n", "1000000\n"), Row.of(new Value.Number(1000000)));
    assertEquals(new Row("1.5\n", "1.5\n", "1.5\n"), Row.of(new Value.Number(1.5)));
    assertEquals(new Row("0\n", "0\n", "0\n"), Row.of(new Value.Number(0)));
    assertEquals(new Row("-20\n", "-20\n", "-20\n"), Row.of(new Value.Number(-20)));
    assertEquals(
        new Row("1.234567e+06\n", "1.234567e+06\n", "1234567\n"),
        Row.of(new Value.Number(1234567)));
    assertEquals(new Row("1e-07\n", "1e-07\n", "1e-7\n"), Row.of(new Value.Number(1e-7)));
    assertEquals(
        new Row("9.007199254740992e+15\n", "9.007199254740992e+15\n", "9007199254740992\n"),
        Row.of(new Value.Number(9007199254740993L)));
  }

  @Test
  void aMapIsBlockYamlInSmart() {
    assertEquals(
        new Row("a: \"1\"\nb: x\n", "a: \"1\"\nb: x\n", "{\"a\":\"1\",\"b\":\"x\"}\n"),
        Row.of(Value.ofTexts(Map.of("b", "x", "a", "1"))));
    assertEquals(new Row("{}\n", "{}\n", "{}\n"), Row.of(Value.ofTexts(Map.of())));
    assertEquals(new Row("{}\n", "{}\n", "null\n"), Row.of(new Value.NoEntries()));
  }

  @Test
  void keysAreInNaturalOrderExceptInJson() {
    Value map = Value.ofTexts(Map.of("a10", "x", "a2", "x", "B", "x", "-", "x", "a02", "x"));

    assertEquals("'-': x\nB: x\na2: x\na02: x\na10: x\n", Format.YAML.write(map));
    assertEquals(
        "{\"-\":\"x\",\"B\":\"x\",\"a02\":\"x\",\"a10\":\"x\",\"a2\":\"x\"}\n",
        Format.JSON.write(map));
  }

  @Test
  void keysWhoseNaturalOrderIsACircleAreAllWritten() {
    // Whether a sort notices depends on the order it finds, so many maps are tried.
    for (int start = 0; start < 30; start++) {
      Map<String, String> settings = new HashMap<>();
      for (int i = start; i < 4000; i++) {
        settings.put(Integer.toString(i, 3).replace('2', 'a') + (i % 2 == 0 ? "" : "_"), "x");
      }

      String text = Format.YAML.write(Value.ofTexts(settings));

      assertEquals(settings.size(), text.lines().count());
    }
  }

  @Test
  void jsonSortsKeysByTheirBytes() {
    Value map = Value.ofTexts(Map.of("\uFF5E", "1", "\uD83D\uDE00", "2", "z", "3"));

    assertEquals("{\"z\":\"3\",\"\uFF5E\":\"1\",\"\uD83D\uDE00\":\"2\"}\n", Format.JSON.write(map));
  }

  @Test
  void jsonEscapesWhatHtmlAndScriptsTripOver() {
    assertEquals(
        "\"\\u003ca\\u003e \\u0026 \\u2028 \\u2029"
            + " \\\" \\\\ / \\u0000 \\n\\t \u007F \uD83D\uDE00\"\n",
        Format.JSON.write(
            new Value.Text("<a> & \u2028 \u2029 \" \\ / \u0000 \n\t \u007F \uD83D\uDE00")));
  }

  @Test
  void whatIsNotUnicodeIsReplacedInJson() {
    assertEquals("\"a\uFFFDb\"\n", Format.JSON.write(new Value.Text("a\uD800b")));
  }

  @Test
  void yamlQuotesWhatAnotherParserCouldMistake() {
    Map<String, String> written =
        Map.ofEntries(
            Map.entry("null", "\"null\""),
            Map.entry("~", "\"~\""),
            Map.entry("y", "\"y\""),
            Map.entry("Off", "\"Off\""),
            Map.entry("1_000", "\"1_000\""),
            Map.entry("0x1F", "\"0x1F\""),
            Map.entry("1.5", "\"1.5\""),
            Map.entry("1e3", "1e3"),
            Map.entry("1e+3", "\"1e+3\""),
            Map.entry(".inf", "\".inf\""),
            Map.entry("12:30:45", "\"12:30:45\""),
            Map.entry("2026-01-31", "\"2026-01-31\""),
            Map.entry("2026-01-32", "2026-01-32"),
            Map.entry("10.0.0.7", "10.0.0.7"),
            Map.entry("- a", "'- a'"),
            Map.entry("#a", "'#a'"),
            Map.entry("a #b", "'a #b'"),
            Map.entry("a#b", "a#b"),
            Map.entry("it's", "it's"),
            Map.entry("'it", "'''it'"),
            Map.entry(" a", "' a'"),
            Map.entry("a\tb", "\"a\\tb\""),
            Map.entry("\u001B[31m", "\"\\e[31m\""),
            Map.entry("caf\u00E9", "caf\u00E9"),
            Map.entry("\uD83D\uDE00", "\"\\U0001F600\""),
            Map.entry("\uFEFFa", "\"\\uFEFF\\x61\""));

    for (Map.Entry<String, String> entry : written.entrySet()) {
      assertEquals(entry.getValue() + "\n", Format.YAML.write(new Value.Text(entry.getKey())));
    }
  }

  @Test
  void yamlFoldsLongTextsAtTheirSpaces() {
    String words = "0123456789 ".repeat(10).strip();

    assertEquals(
        "k: 0123456789 0123456789 0123456789 0123456789"
            + " 0123456789 0123456789 0123456789 0123456789\n"
            + "  0123456789 0123456789\n",
        Format.YAML.write(Value.ofTexts(Map.of("k", words))));
    assertEquals(
        "k: '#0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\n"
            + "  0123456789 0123456789 0123456789'\n",
        Format.YAML.write(Value.ofTexts(Map.of("k", "#" + words))));
    assertEquals(
        "k: \"\\e0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\n"
            + "  0123456789 0123456789 0123456789\"\n",
        Format.YAML.write(Value.ofTexts(Map.of("k", "\u001B" + words))));
  }

  @Test
  void yamlKeepsTheLinesOfATextThatHasSome() {
    assertEquals("|-\n  a\n   b\n", Format.YAML.write(new Value.Text("a\n b")));
    assertEquals("|2-\n\n  a\n", Format.YAML.write(new Value.Text("\na")));
    assertEquals("\"a \\nb\"\n", Format.YAML.write(new Value.Text("a \nb")));
    assertEquals("k: |\n  a\n  b\n", Format.YAML.write(Value.ofTexts(Map.of("k", "a\nb\n"))));
    assertEquals(
        "k: |+\n  a\n\nl: x\n", Format.YAML.write(Value.ofTexts(Map.of("k", "a\n\n", "l", "x"))));
  }

  @Test
  void yamlGivesAnUnwieldyKeyALineOfItsOwn() {
    assertEquals("? |-\n  a\n  b\n: x\n", Format.YAML.write(Value.ofTexts(Map.of("a\nb", "x"))));
    assertEquals(
        "? " + "k".repeat(129) + "\n: x\n",
        Format.YAML.write(Value.ofTexts(Map.of("k".repeat(129), "x"))));
    assertEquals(
        "k".repeat(128) + ": x\n", Format.YAML.write(Value.ofTexts(Map.of("k".repeat(128), "x"))));
  }
}
