package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.SelectedBag.Extent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatObjectTest {

  private static final BagSelection SIGNALS = new BagSelection("signal", 8, 3);

  @Test
  void readsEveryEscape() throws MalformedAnswerException {
    assertEquals(
        Map.of(
            "a", "\"\\/\b\f\n\r\t",
            "ü", "<\u00e9\u20ac\ud83d\ude00\u0000",
            "raw", "é€\ud83d\ude00",
            "empty", ""),
        strings(
            " { \"a\" : \"\\\"\\\\\\/\\b\\f\\n\\r\\t\" ,\n"
                + "\"\\u00fc\":\"\\u003c\\u00E9\\u20ac\\ud83d\\ude00\\u0000\","
                + "\"raw\":\"é€\ud83d\ude00\",\"empty\":\"\"}\n"));
  }

  @Test
  void replacesHalfASurrogatePair() throws MalformedAnswerException {
    assertEquals(
        Map.of("a", "\ufffdx", "b", "\ufffd\ufffd", "c", "\ufffdA", "d", "\ufffd\ud83d\ude00"),
        strings(
            "{\"a\":\"\\ud83dx\",\"b\":\"\\ude00\\ud83d\",\"c\":\"\\ud83d\\u0041\","
                + "\"d\":\"\\ud83d\\ud83d\\ude00\"}"));
  }

  @Test
  void takesNullForNothing() throws MalformedAnswerException {
    assertEquals(Map.of(), strings("null\n"));
    assertEquals(Map.of(), strings("{}"));
    assertEquals(List.of(), FlatObject.list(utf8("null\n")));
    assertEquals(List.of(), FlatObject.list(utf8("[ ]")));
  }

  @Test
  void readsAListAStringAndAFlag() throws MalformedAnswerException {
    assertEquals(List.of("db:10", "db:2"), FlatObject.list(utf8("[\"db:10\", \"db:2\"]\n")));
    assertEquals("mysql", FlatObject.string(utf8("\"mysql\"\n")));
    assertTrue(FlatObject.flag(utf8("true\n")));
    assertFalse(FlatObject.flag(utf8("false\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1}",
        "{\"a\":{}}",
        "{\"a\":null}",
        "{\"a\":\"b",
        "{\"a\":\"b\"",
        "{\"a\":\"b\",}",
        "{\"a\":\"b\"}x",
        "{\"a\":\"b\"}{}",
        "{a:\"b\"}",
        "{'a':'b'}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\",
        "{\"a\":\"\\ud83d\\u",
        "{\"a\":\"line\nbreak\"}",
        "nul"
      })
  void refusesWhatIsNotAnObjectOfStrings(String json) {
    assertThrows(MalformedAnswerException.class, () -> strings(json));
    assertEquals(Extent.MALFORMED, FlatObject.select(utf8(json), false, SIGNALS).extent());
    assertEquals(Extent.TRUNCATED, FlatObject.select(utf8(json), true, SIGNALS).extent());
  }

  @Test
  void selectsByPrefixSizeAndNumber() {
    SelectedBag bag =
        FlatObject.select(
            utf8(
                "{\"a\":\"x\",\"signal-1\":\"12345678\",\"signal-2\":\"123456789\","
                    + "\"signal-3\":\"\\u20ac\\u20ac\\u20ac\",\"signal-4\":\"\",\"sign\":\"y\"}"),
            false,
            SIGNALS);

    assertEquals(
        new SelectedBag(
            Map.of("signal-1", "12345678"), 8, List.of("signal-2", "signal-3"), 1, Extent.WHOLE),
        bag);
  }

  @Test
  void measuresAnEscapeAsWhatItStandsFor() {
    SelectedBag bag =
        FlatObject.select(utf8("{\"signal\":\"\\u003c\\u003c\\n\\\\\"}"), false, SIGNALS);

    assertEquals(new SelectedBag(Map.of("signal", "<<\n\\"), 4, List.of(), 0, Extent.WHOLE), bag);
  }

  @Test
  void keepsWhatCameBeforeTheCut() {
    byte[] json = utf8("{\"signal-1\":\"1\",\"signal-2\":\"2\",\"signal-3\":\"3\"}");

    assertEquals(
        new SelectedBag(
            Map.of("signal-1", "1", "signal-2", "2"), 2, List.of(), 0, Extent.TRUNCATED),
        FlatObject.select(Arrays.copyOf(json, json.length - 3), true, SIGNALS));
  }

  @Test
  void neverSelectsAKeyThatIsTooLong() {
    String key = "signal" + "x".repeat(300);

    SelectedBag bag = FlatObject.select(utf8("{\"" + key + "\":\"1\"}"), false, SIGNALS);

    assertEquals(new SelectedBag(Map.of(), 0, List.of(), 0, Extent.WHOLE), bag);
  }

  @Test
  void selectsEverythingThatFitsTogether() {
    String key = "x".repeat(257);

    SelectedBag bag =
        FlatObject.select(
            utf8(
                "{\"a\":\"1234\",\"b\":\"12345678901\",\"c\":\"1234567\",\"d\":\"123\\u003c56\","
                    + "\"e\":\"\",\"f\":\"\",\""
                    + key
                    + "\":\"1\"}"),
            false,
            BagSelection.everything(10, 4));

    assertEquals(
        new SelectedBag(
            Map.of("a", "1234", "d", "123<56", "e", ""), 10, List.of("b"), 3, Extent.WHOLE),
        bag);
  }

  @Test
  void neverShowsValues() {
    var bag = new SelectedBag(Map.of("signal", "secret"), 6, List.of("signals"), 2, Extent.WHOLE);

    assertEquals("SelectedBag[1 keys, 1 too long, 2 omitted, WHOLE]", bag.toString());
  }

  private static Map<String, String> strings(String json) throws MalformedAnswerException {
    return FlatObject.strings(utf8(json));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
