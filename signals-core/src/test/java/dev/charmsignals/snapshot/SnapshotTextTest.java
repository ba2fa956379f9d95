package dev.charmsignals.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SnapshotTextTest {

  private static final int MEGABYTES = 64_000_000;

  private static String text(Map<String, ?> snapshot) {
    return SnapshotText.of(snapshot, MEGABYTES);
  }

  private static Map<String, Object> thereAndBack(Map<String, ?> snapshot) {
    try {
      return JsonReader.readObject(text(snapshot));
    } catch (MalformedException e) {
      throw new AssertionError(e.reason(), e);
    }
  }

  @Nested
  class Allowed {

    @Test
    void writesEveryAllowedValue() {
      Map<String, Object> snapshot = new HashMap<>();
      snapshot.put("null", null);
      snapshot.put("text", "a\n\"b\"");
      snapshot.put("yes", true);
      snapshot.put("whole", List.of((byte) -1, (short) 2, 3, Long.MIN_VALUE));
      snapshot.put("broken", List.of(0.1f, 1e300, -0.0, new BigDecimal("1.50")));
      snapshot.put("big", new BigInteger("123456789012345678901234567890"));
      snapshot.put("nested", Map.of("list", List.of(List.of(), Map.of())));

      assertEquals(
          "{\"big\":123456789012345678901234567890,"
              + "\"broken\":[0.10000000149011612,1.0E300,-0.0,1.50],"
              + "\"nested\":{\"list\":[[],{}]},"
              + "\"null\":null,"
              + "\"text\":\"a\\u000a\\\"b\\\"\","
              + "\"whole\":[-1,2,3,-9223372036854775808],"
              + "\"yes\":true}",
          text(snapshot));
    }

    @Test
    void writesTheSameTextWhateverTheOrderOfTheKeys() {
      List<String> keys =
          new ArrayList<>(List.of("", "B", "a", "aa", "b", "é", "\ud83d\ude80", "10", "9"));
      Random random = new Random(3);
      String expected = null;
      for (int i = 0; i < 50; i++) {
        Collections.shuffle(keys, random);
        Map<String, Object> inner = new LinkedHashMap<>();
        keys.forEach(key -> inner.put(key, 1));
        Map<String, Object> outer = new LinkedHashMap<>();
        keys.forEach(key -> outer.put(key, inner));
        expected = expected == null ? text(outer) : expected;
        assertEquals(expected, text(outer));
      }
      assertEquals("{\"a\":1,\"b\":2,\"c\":3}", text(Map.of("c", 3, "a", 1, "b", 2)));
    }

    @Test
    void bringsEveryCodePointOfUnicodeThereAndBack() {
      StringBuilder all = new StringBuilder();
      for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
        if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
          all.appendCodePoint(c);
        }
      }
      Map<String, Object> snapshot = Map.of("all", all.toString(), all.toString(), "as a key");
      assertEquals(snapshot, thereAndBack(snapshot));
    }

    @Test
    void bringsWholeNumbersThereAndBack() {
      Random random = new Random(17);
      List<Object> longs = new ArrayList<>(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
      for (int i = 0; i < 50_000; i++) {
        longs.add(random.nextLong() >> random.nextInt(64));
      }
      assertEquals(Map.of("n", longs), thereAndBack(Map.of("n", longs)));
    }

    @Test
    void bringsEveryFiniteDoubleThereAndBackAsADouble() {
      Random random = new Random(18);
      List<Object> doubles =
          new ArrayList<>(
              List.of(0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 1e7, 1e-3));
      while (doubles.size() < 50_000) {
        double any = Double.longBitsToDouble(random.nextLong());
        if (Double.isFinite(any)) {
          doubles.add(any);
        }
        doubles.add(random.nextInt(1_000_000) / 100.0);
      }
      assertEquals(Map.of("n", doubles), thereAndBack(Map.of("n", doubles)));
    }

    @Test
    void bringsTheValueOfEveryBigDecimalThereAndBack() {
      Random random = new Random(19);
      List<BigDecimal> decimals = new ArrayList<>();
      for (int i = 0; i < 50_000; i++) {
        BigInteger digits = new BigInteger(random.nextInt(200), random);
        int scale = i % 10 == 0 ? random.nextInt() : random.nextInt(80) - 40;
        decimals.add(new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale));
      }
      List<?> back = (List<?>) thereAndBack(Map.of("n", decimals)).get("n");
      assertEquals(decimals, back.stream().map(n -> new BigDecimal(n.toString())).toList());
    }

    @Test
    void writesANumberWithTheMostDigits() {
      BigInteger most = BigInteger.TEN.pow(JsonReader.MAX_NUMBER_LENGTH).subtract(BigInteger.ONE);
      assertEquals(Map.of("n", new BigDecimal(most)), thereAndBack(Map.of("n", most)));
    }

    @Test
    void writesTheDeepestNestingThatAReaderTakes() {
      Map<String, Object> snapshot = deep(SnapshotText.MAX_DEPTH);
      assertEquals(snapshot, thereAndBack(snapshot));
    }
  }

  private static Map<String, Object> deep(int levels) {
    Object value = List.of();
    for (int i = 2; i < levels; i++) {
      value = i % 2 == 0 ? List.of(value) : Map.of("k", value);
    }
    return Map.of("d", value);
  }

  @Nested
  class Refused {

    private SnapshotException refused(Map<String, ?> snapshot) {
      return assertThrows(SnapshotException.class, () -> text(snapshot));
    }

    private String at(Map<String, ?> snapshot) {
      SnapshotException e = refused(snapshot);
      assertEquals("snapshot" + e.path() + " " + e.reason(), e.getMessage());
      return e.path() + " " + e.reason();
    }

    @Test
    void namesTheNumberThatIsNotFinite() {
      assertEquals(
          ".hosts[2].load is NaN, which JSON cannot say; use a finite number",
          at(Map.of("hosts", List.of(1, 2, Map.of("load", Double.NaN)))));
      assertEquals(
          ".a is Infinity, which JSON cannot say; use a finite number",
          at(Map.of("a", Float.POSITIVE_INFINITY)));
    }

    @Test
    void namesTheStringWithHalfACharacter() {
      assertEquals(
          ".a[0] has half a surrogate pair at character 1; use whole code points",
          at(Map.of("a", List.of("x\ud83d"))));
      assertEquals(
          ".a has half a surrogate pair at character 0; use whole code points",
          at(Map.of("a", "\ude80\ud83d")));
      assertEquals(1, refused(Map.of("\ud83dx", 1)).path().indexOf("\ud83dx"));
    }

    @Test
    void namesTheNumberWithTooManyDigits() {
      BigInteger tooMany = BigInteger.TEN.pow(JsonReader.MAX_NUMBER_LENGTH);
      assertEquals(".a has more than 1000 digits", at(Map.of("a", tooMany)));
      assertEquals(".a has more than 1000 digits", at(Map.of("a", new BigDecimal(tooMany, 5))));
      assertEquals(
          ".a has more than 1000 digits", at(Map.of("a", BigInteger.ONE.shiftLeft(200_000_000))));
    }

    @Test
    void namesTheKeyThatIsNoString() {
      assertEquals(".a has a key that is not a string", at(Map.of("a", Map.of(1, 2))));
      Map<String, Object> nullKey = new HashMap<>();
      nullKey.put(null, 1);
      assertEquals(".a[0] has a key that is not a string", at(Map.of("a", List.of(nullKey))));
    }

    @Test
    void namesTheClassThatIsNoValue() {
      String right = "; use strings, numbers, booleans, lists and maps";
      assertEquals(".a is a java.lang.Thread" + right, at(Map.of("a", new Thread())));
      assertEquals(".a is a [I" + right, at(Map.of("a", new int[1])));
      assertEquals(".a is a java.lang.Character" + right, at(Map.of("a", 'c')));
      assertEquals(
          ".a is a java.util.concurrent.atomic.AtomicInteger"
              + "; use int, long, double, BigInteger or BigDecimal",
          at(Map.of("a", new AtomicInteger())));
    }

    @Test
    void namesWhereItNestsTooDeep() {
      SnapshotException e = refused(deep(SnapshotText.MAX_DEPTH + 1));
      assertEquals("nests deeper than 100 levels", e.reason());
      assertEquals(".d" + "[0].k".repeat(49) + "[0]", e.path());
    }

    @Test
    void refusesWhatHoldsItself() {
      Map<String, Object> map = new TreeMap<>();
      map.put("self", map);
      assertEquals("nests deeper than 100 levels", refused(map).reason());

      List<Object> list = new ArrayList<>();
      list.addAll(Arrays.asList(list, list, list));
      SnapshotException deep =
          assertThrows(SnapshotException.class, () -> SnapshotText.of(Map.of("a", list), 65_536));
      assertEquals("nests deeper than 100 levels", deep.reason());
    }

    @Test
    void refusesNoSnapshotAtAll() {
      assertEquals(" is null; return an empty map where there is nothing to say", at(null));
    }
  }

  @Nested
  class TooLong {

    private long length(Object value, int limit) {
      SnapshotTooLongException e =
          assertThrows(
              SnapshotTooLongException.class, () -> SnapshotText.of(Map.of("a", value), limit));
      assertEquals(limit, e.limit());
      return e.characters();
    }

    @Test
    void takesExactlyAsMuchAsIsAllowed() {
      assertEquals("{\"a\":\"xyz\"}", SnapshotText.of(Map.of("a", "xyz"), 11));
      assertEquals(11, length("xyz", 10));
    }

    @Test
    void givesUpBeforeItWritesAnEndlessSnapshot() {
      List<Object> endless = Collections.nCopies(Integer.MAX_VALUE, "x");
      assertEquals(true, length(endless, 1000) < 1010);
      assertEquals(true, length("x".repeat(2000), 1000) < 2010);
    }

    @Test
    void doesNotStopShortOfTheGreatestLimit() {
      assertEquals("{\"a\":1}", SnapshotText.of(Map.of("a", 1), Integer.MAX_VALUE));
    }
  }
}
