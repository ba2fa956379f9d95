package dev.charmsignals.signal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signals with a component of every kind, and one of each other way to write a signal. */
final class EveryKind {

  private EveryKind() {}

  record Scalars(
      String s, boolean b, Boolean bb, char c, Character cc, DayOfWeek day, Object anything)
      implements Signal {}

  record Numbers(
      int i,
      Integer ii,
      long l,
      Long ll,
      short s,
      byte b,
      double d,
      Double dd,
      float f,
      BigDecimal decimal,
      BigInteger integer)
      implements Signal {}

  record Containers(
      Optional<String> maybe,
      List<String> list,
      Set<Object> set,
      Map<String, Integer> map,
      List<Optional<Map<String, Set<Long>>>> deep)
      implements Signal {}

  record Nested(Point point, List<Point> points, Optional<Nested> inner) implements Signal {}

  record Point(int x, int y) {
    Point {
      if (x > y) {
        throw new IllegalArgumentException(x + " > " + y);
      }
    }
  }

  record ByDatabind(
      Bean bean,
      UUID uuid,
      URI uri,
      Date date,
      int[] numbers,
      Map<DayOfWeek, Bean> byDay,
      StringBuilder builder)
      implements Signal {}

  /** What jackson-databind maps. */
  public static final class Bean {
    public @Nullable String text;
    public int count;
    public double ratio;
    public @Nullable BigInteger large;
    public @Nullable BigDecimal exact;
    public @Nullable List<Bean> more;
    public @Nullable Map<String, Object> any;

    private int even;

    public int getEven() {
      return even;
    }

    public void setEven(int even) {
      if (even % 2 != 0) {
        throw new IllegalStateException("odd: " + even);
      }
      this.even = even;
    }
  }

  /** Written by hand, and trusting what it reads as authors do. */
  static final class ByHand implements Signal {
    private String text = "";
    private long number;

    @Override
    public Map<String, Object> snapshot() {
      return Map.of("s", text, "i", number);
    }

    @Override
    public void restore(Map<String, @Nullable Object> snapshot) {
      text = (String) Objects.requireNonNull(snapshot.get("s"));
      number = (Long) Objects.requireNonNull(snapshot.get("i"));
      if (number < 0) {
        throw new IllegalArgumentException(text + " has a negative number");
      }
    }
  }
}
