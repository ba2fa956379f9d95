package dev.charmsignals.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordShapeTest {

  enum Level {
    LOW,
    HIGH {
      @Override
      public String toString() {
        return "not its name";
      }
    }
  }

  record Empty() {}

  record Primitives(boolean z, byte b, short s, int i, long l, float f, double d, char c) {}

  record Boxes(Boolean z, Byte b, Short s, Integer i, Long l, Float f, Double d, Character c) {}

  record Values(
      String text, BigDecimal decimal, BigInteger integer, Level level, Object anything) {}

  record Point(int x, int y) {}

  record Containers(
      List<String> list,
      Set<Level> set,
      Map<String, Point> map,
      Optional<Integer> optional,
      List<Map<String, List<Optional<Point>>>> nested,
      List<? extends Number> wild) {}

  record Tree(String name, List<Tree> children, Optional<Tree> twin, Tree parent) {}

  record Sets(Set<List<String>> sets) {}

  record Ping(Pong pong) {}

  record Pong(Ping ping, int n) {}

  private static Map<String, Object> json(Record value) {
    try {
      return JsonReader.readObject(
          SnapshotText.of(RecordShape.of(value.getClass()).snapshot(value), 1_000_000));
    } catch (MalformedException e) {
      throw new AssertionError(e.reason(), e);
    }
  }

  private static Record thereAndBack(Record value) {
    try {
      return RecordShape.of(value.getClass()).restore(json(value));
    } catch (RestoreException e) {
      throw new AssertionError(e.reason(), e);
    }
  }

  private static <R extends Record> R restore(Class<R> type, String json) throws Exception {
    return RecordShape.of(type).restore(JsonReader.readObject(json));
  }

  private static String refusal(Class<? extends Record> type, String json) {
    return assertThrows(RestoreException.class, () -> restore(type, json), json).reason();
  }

  @Nested
  class ThereAndBack {

    @Test
    void bringsEveryScalar() {
      for (Record value :
          List.of(
              new Empty(),
              new Primitives(true, (byte) -1, (short) 2, 3, 4L, 0.1f, 0.1, 'é'),
              new Primitives(
                  false,
                  Byte.MIN_VALUE,
                  Short.MIN_VALUE,
                  Integer.MIN_VALUE,
                  Long.MIN_VALUE,
                  Float.MIN_VALUE,
                  Double.MIN_VALUE,
                  '\0'),
              new Primitives(
                  false,
                  Byte.MAX_VALUE,
                  Short.MAX_VALUE,
                  Integer.MAX_VALUE,
                  Long.MAX_VALUE,
                  Float.MAX_VALUE,
                  -Double.MAX_VALUE,
                  '\uffff'),
              new Boxes(true, (byte) 1, (short) 2, 3, 4L, 5f, 6.0, '7'),
              new Boxes(null, null, null, null, null, null, null, null),
              new Values(
                  "", new BigDecimal("0.10"), BigInteger.TEN.pow(50), Level.HIGH, List.of(1L)),
              new Values(null, null, null, null, null))) {
        assertEquals(value, thereAndBack(value));
      }
    }

    @Test
    void bringsContainersInAnyNesting() {
      Map<String, Point> map = new HashMap<>();
      map.put("one", new Point(1, 2));
      map.put("none", null);
      Containers value =
          new Containers(
              Arrays.asList("a", null, "c"),
              Set.of(Level.LOW, Level.HIGH),
              map,
              Optional.of(7),
              List.of(Map.of("k", List.of(Optional.of(new Point(3, 4)), Optional.empty()))),
              List.of(1L, 2L));
      assertEquals(value, thereAndBack(value));
      assertEquals(
          new Containers(null, null, null, Optional.empty(), null, null),
          thereAndBack(new Containers(null, null, null, null, null, null)));
    }

    @Test
    void bringsRecordsThatHoldThemselves() {
      Tree leaf = new Tree("leaf", List.of(), Optional.empty(), null);
      Tree tree = new Tree("root", List.of(leaf, leaf), Optional.of(leaf), leaf);
      assertEquals(tree, thereAndBack(tree));
      Ping ping = new Ping(new Pong(new Ping(new Pong(null, 2)), 1));
      assertEquals(ping, thereAndBack(ping));
    }

    @Test
    void bringsEveryDecimalWithItsScale() {
      Random random = new Random(23);
      for (int i = 0; i < 20_000; i++) {
        BigInteger digits = new BigInteger(random.nextInt(90), random).subtract(BigInteger.TEN);
        Values value =
            new Values("", new BigDecimal(digits, random.nextInt(60) - 30), digits, null, null);
        assertEquals(value, thereAndBack(value));
      }
    }

    @Test
    void bringsEveryFloatAndDouble() {
      Random random = new Random(29);
      for (int i = 0; i < 20_000; i++) {
        float f = Float.intBitsToFloat(random.nextInt());
        double d = Double.longBitsToDouble(random.nextLong());
        if (Float.isFinite(f) && Double.isFinite(d)) {
          Record value = new Primitives(true, (byte) 0, (short) 0, 0, 0, f, d, 'c');
          assertEquals(value, thereAndBack(value));
        }
      }
    }

    @Test
    void writesComponentsByNameAndEnumsByTheNameOfTheirConstant() {
      assertEquals(
          "{\"anything\":null,\"decimal\":1.0,\"integer\":2,\"level\":\"HIGH\",\"text\":\"t\"}",
          SnapshotText.of(
              RecordShape.of(Values.class)
                  .snapshot(
                      new Values("t", new BigDecimal("1.0"), BigInteger.TWO, Level.HIGH, null)),
              1000));
    }

    @Test
    void makesContainersThatCannotBeChanged() throws Exception {
      Containers made =
          restore(Containers.class, "{\"list\":[\"a\"],\"set\":[\"LOW\"],\"map\":{}}");
      assertThrows(UnsupportedOperationException.class, () -> made.list().add("b"));
      assertThrows(UnsupportedOperationException.class, () -> made.set().clear());
      assertThrows(UnsupportedOperationException.class, () -> made.map().put("k", null));
    }
  }

  @Nested
  class WhatAPeerOfAnotherVersionWrote {

    @Test
    void ignoresUnknownKeys() throws Exception {
      assertEquals(new Point(1, 2), restore(Point.class, "{\"x\":1,\"y\":2,\"z\":{\"q\":[]}}"));
      assertEquals(new Empty(), restore(Empty.class, "{\"x\":1}"));
    }

    @Test
    void takesAMissingKeyForNullOrEmpty() throws Exception {
      assertEquals(
          new Containers(null, null, null, Optional.empty(), null, null),
          restore(Containers.class, "{}"));
      assertEquals(new Values(null, null, null, null, null), restore(Values.class, "{}"));
    }

    @Test
    void refusesAMissingPrimitive() {
      assertEquals("y: is missing", refusal(Point.class, "{\"x\":1}"));
      assertEquals("y: is missing", refusal(Point.class, "{\"x\":1,\"y\":null}"));
    }

    @Test
    void refusesASetOfElementsThatAllHashAlike() throws Exception {
      assertEquals(256, restore(Sets.class, alike(8)).sets().size());
      assertEquals(
          "sets: is not a set whose elements are easily told apart", refusal(Sets.class, alike(9)));
    }

    /** As many lists as {@code bits} tell apart, each of one text of "Aa" and "BB". */
    private static String alike(int bits) {
      StringBuilder json = new StringBuilder("{\"sets\":[");
      for (int i = 0; i < 1 << bits; i++) {
        json.append(i == 0 ? "[\"" : ",[\"");
        for (int bit = 0; bit < bits; bit++) {
          json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        json.append("\"]");
      }
      return json.append("]}").toString();
    }

    @Test
    void refusesWhatDoesNotFitNamingThePlaceAndNoValue() {
      assertEquals(
          List.of(
              "x: is not a whole number from -2147483648 to 2147483647",
              "x: is not a whole number from -2147483648 to 2147483647",
              "x: is not a whole number from -2147483648 to 2147483647",
              "text: is not a string",
              "decimal: is not a number with all its digits",
              "integer: is not a whole number written in digits",
              "level: is not a constant of Level",
              "level: is not a constant of Level",
              "list: is not a list",
              "list: is not a string",
              "map: is not an object",
              "map: x: is missing",
              "optional: is not a whole number from -2147483648 to 2147483647",
              "c: is not a string of one character",
              "z: is not true or false",
              "d: is not a number within the range of a double",
              "f: is not a number within the range of a float",
              "b: is not a whole number from -128 to 127",
              "s: is not a whole number from -32768 to 32767",
              "l: is not a whole number from -9223372036854775808 to 9223372036854775807"),
          List.of(
              refusal(Point.class, "{\"x\":\"1\"}"),
              refusal(Point.class, "{\"x\":1.5}"),
              refusal(Point.class, "{\"x\":2147483648}"),
              refusal(Values.class, "{\"text\":7}"),
              refusal(Values.class, "{\"decimal\":\"7\"}"),
              refusal(Values.class, "{\"integer\":1E+999999999}"),
              refusal(Values.class, "{\"level\":\"not its name\"}"),
              refusal(Values.class, "{\"level\":0}"),
              refusal(Containers.class, "{\"list\":{}}"),
              refusal(Containers.class, "{\"list\":[1]}"),
              refusal(Containers.class, "{\"map\":[]}"),
              refusal(Containers.class, "{\"map\":{\"k\":{}}}"),
              refusal(Containers.class, "{\"optional\":\"x\"}"),
              refusal(Boxes.class, "{\"c\":\"ab\"}"),
              refusal(Boxes.class, "{\"z\":\"true\"}"),
              refusal(Boxes.class, "{\"d\":1e400}"),
              refusal(Boxes.class, "{\"f\":1e300}"),
              refusal(Boxes.class, "{\"b\":128}"),
              refusal(Boxes.class, "{\"s\":40000}"),
              refusal(Boxes.class, "{\"l\":9223372036854775808}")));
    }

    record Picky(String value) {
      Picky {
        if (value.isEmpty()) {
          throw new IllegalArgumentException("secret " + value);
        }
      }
    }

    @Test
    void refusesWhatTheRecordItselfRefusesWithoutItsWords() {
      assertEquals(
          "the constructor threw java.lang.IllegalArgumentException",
          refusal(Picky.class, "{\"value\":\"\"}"));
      assertEquals(
          "the constructor threw java.lang.NullPointerException", refusal(Picky.class, "{}"));
    }
  }

  @Nested
  class WhatAnAuthorDidWrong {

    record Throwing(String value) {
      @Override
      public String value() {
        throw new IllegalStateException("mine");
      }
    }

    record Failing(String value) {
      @Override
      public String value() {
        throw new AssertionError("mine");
      }
    }

    @Test
    void letsWhatAnAccessorThrowsThrough() {
      assertEquals(
          "mine",
          assertThrows(IllegalStateException.class, () -> json(new Throwing("x"))).getMessage());
      assertEquals(
          "mine", assertThrows(AssertionError.class, () -> json(new Failing("x"))).getMessage());
    }

    @Test
    void refusesARecordThatHoldsItself() {
      List<Tree> children = new ArrayList<>();
      Tree endless = new Tree("x", children, Optional.empty(), null);
      children.add(endless);
      SnapshotException e = assertThrows(SnapshotException.class, () -> json(endless));
      assertEquals("nests deeper than 100 levels", e.reason());
      assertEquals(".children[0].children[0]", e.path().substring(0, 24));

      children.add(endless);
      assertThrows(SnapshotException.class, () -> json(endless));
    }

    @Test
    void refusesARecordThatNestsTooDeep() {
      Ping ping = new Ping(null);
      for (int i = 0; i < 100_000; i++) {
        ping = new Ping(new Pong(ping, i));
      }
      Ping deep = ping;
      assertEquals(
          "nests deeper than 100 levels",
          assertThrows(SnapshotException.class, () -> json(deep)).reason());
    }

    @Test
    void namesTheComponentWhoseValueCannotTravel() {
      Record value = new Primitives(true, (byte) 0, (short) 0, 0, 0, 0f, Double.NaN, 'c');
      assertEquals(".d", assertThrows(SnapshotException.class, () -> json(value)).path());
      Values half = new Values("\ud800", null, null, null, null);
      assertEquals(".text", assertThrows(SnapshotException.class, () -> json(half)).path());
      Values odd = new Values(null, null, null, null, new LinkedHashSet<>(Set.of(new Thread())));
      assertEquals(".anything[0]", assertThrows(SnapshotException.class, () -> json(odd)).path());
    }
  }
}
