package dev.charmsignals.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

  @Test
  void readsEveryKindOfValue() throws MalformedException {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("s", "a\"b");
    expected.put("l", List.of(1L, 1.5, new BigDecimal("1.50"), true, false));
    expected.put("n", null);
    expected.put("o", Map.of("inner", List.of()));

    assertEquals(
        expected,
        JsonReader.read(
            "{ \"s\":\"a\\\"b\",\"l\":[1,1.5,1.50,true,false],\"n\":null,\"o\":{\"inner\":[]}}\n"));
  }

  @Test
  void keepsTheOrderOfTheText() throws MalformedException {
    assertEquals(
        List.of("z", "a", "m"),
        new ArrayList<>(JsonReader.readObject("{\"z\":1,\"a\":2,\"m\":3}").keySet()));
  }

  @Test
  void readsWholeNumbersAsLongWhileTheyFit() throws MalformedException {
    assertEquals(
        List.of(
            0L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            new BigDecimal("9223372036854775808"),
            new BigDecimal("-9223372036854775809"),
            new BigDecimal("1" + "0".repeat(999))),
        JsonReader.read(
            "[0,9223372036854775807,-9223372036854775808,9223372036854775808,"
                + "-9223372036854775809,1"
                + "0".repeat(999)
                + "]"));
  }

  @Test
  void saysInWordsOfItsOwnWhatIsWrong() {
    assertEquals(
        List.of(
            "is empty",
            "is empty",
            "is not JSON",
            "is not JSON",
            "is not JSON",
            "is not JSON",
            "is not JSON",
            "has text after its end",
            "nests deeper or has longer numbers than allowed",
            "nests deeper or has longer numbers than allowed",
            "holds half a surrogate pair",
            "holds half a surrogate pair"),
        reasons(
            "",
            " \n",
            "hello",
            "{\"a\":",
            "[1,2",
            "{'a':1}",
            "NaN",
            "{} {}",
            "[".repeat(129) + "]".repeat(129),
            "1".repeat(1001),
            "[\"a\\ud800b\"]",
            "{\"\\udc00\":1}"));
  }

  @Test
  void refusesExponentsBeyondEveryNumber() {
    assertEquals(
        List.of(
            "has a number beyond every number",
            "has a number beyond every number",
            "has a number beyond every number"),
        reasons("1e99999999999", "[-1e-99999999999]", "{\"a\":1e3000000000}"));
  }

  @Test
  void refusesAnObjectThatIsNone() {
    assertEquals(
        "is not a JSON object",
        assertThrows(MalformedException.class, () -> JsonReader.readObject("[]")).reason());
  }

  @Test
  void readsNestingUpToTheLimitAndNamesOfAnyLength() throws MalformedException {
    Object nested = List.of();
    for (int i = 1; i < JsonReader.MAX_DEPTH; i++) {
      nested = List.of(nested);
    }
    assertEquals(nested, JsonReader.read("[".repeat(128) + "]".repeat(128)));

    String name = "n".repeat(60_000);
    assertEquals(Map.of(name, 1L), JsonReader.read("{\"" + name + "\":1}"));
  }

  /** Cuts, doubles and changes valid text at random: the only way out is the checked exception. */
  @Test
  void throwsNothingElseWhateverTheTextIs() {
    String alphabet = "{}[]\",:\\u0123456789abcdefE+-.truefalsn \n\u0000\ud83d\ude80é";
    String valid =
        "{\"name\":\"bork\",\"x\":[1,-2.5e10,true,null,\"\\u00e9\\ud83d\\ude80\"],\"y\":{}}";
    Random random = new Random(4711);
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(valid);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = random.nextInt(text.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, c);
          case 2 -> text.setCharAt(at, ' ');
          default -> text.setLength(Math.max(1, at));
        }
      }
      try {
        JsonReader.read(text.toString());
        read++;
      } catch (MalformedException e) {
        // what a remote wrote is allowed to be wrong
      } catch (RuntimeException e) {
        throw new AssertionError("history " + i + ": " + text, e);
      }
    }
    assertEquals(true, read > 100, "some stay valid");
  }

  private static List<String> reasons(String... texts) {
    return Arrays.stream(texts)
        .map(
            text ->
                assertThrows(MalformedException.class, () -> JsonReader.read(text), text).reason())
        .toList();
  }
}
