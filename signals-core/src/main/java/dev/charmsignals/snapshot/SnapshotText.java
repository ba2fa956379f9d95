package dev.charmsignals.snapshot;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.UnpairedSurrogate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a snapshot as JSON text with sorted keys, and refuses what would not survive the trip.
 *
 * <p>Allowed in any nesting up to {@value #MAX_DEPTH} levels: null, strings of whole code points,
 * booleans, {@code byte short int long}, {@code float double} that are finite, {@link BigDecimal},
 * {@link BigInteger}, collections, and maps with string keys. Used by one thread for one snapshot.
 */
public final class SnapshotText {

  /** How deep maps and lists may nest; less than a reader accepts, which sees the entry around. */
  public static final int MAX_DEPTH = 100;

  private final JsonWriter out = new JsonWriter();
  private final Deque<Object> path = new ArrayDeque<>();
  private final int maxCharacters;

  private SnapshotText(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /**
   * Returns the snapshot as JSON.
   *
   * @param maxCharacters gives up once the text is longer than this, so that a huge snapshot is
   *     refused before it fills the memory; a limit in bytes is the caller's to check
   * @throws SnapshotException naming the path of the value that cannot travel
   * @throws SnapshotTooLongException when the text is longer than {@code maxCharacters}
   */
  public static String of(
      @Nullable Map<String, ? extends @Nullable Object> snapshot, int maxCharacters) {
    SnapshotText text = new SnapshotText(maxCharacters);
    if (snapshot == null) {
      throw text.refused("is null; return an empty map where there is nothing to say");
    }
    text.map(snapshot);
    text.grow(0);
    return text.out.text();
  }

  /**
   * Returns one value as JSON; as {@link #of} otherwise.
   *
   * @param value anything that a snapshot may hold
   */
  public static String ofValue(@Nullable Object value, int maxCharacters) {
    SnapshotText text = new SnapshotText(maxCharacters);
    text.value(value);
    text.grow(0);
    return text.out.text();
  }

  private void value(@Nullable Object value) {
    grow(0);
    if (value == null) {
      out.nothing();
    } else if (value instanceof String text) {
      out.string(whole(text));
    } else if (value instanceof Boolean bool) {
      out.bool(bool);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof Collection<?> collection) {
      list(collection);
    } else {
      throw refused(
          "is a %s; use strings, numbers, booleans, lists and maps"
              .formatted(value.getClass().getName()));
    }
  }

  private void number(Number number) {
    if (number instanceof Integer || number instanceof Long) {
      out.number(number.longValue());
    } else if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (!Double.isFinite(value)) {
        throw refused("is %s, which JSON cannot say; use a finite number".formatted(value));
      }
      out.number(value);
    } else if (number instanceof Short || number instanceof Byte) {
      out.number(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      digits(decimal);
    } else if (number instanceof BigInteger integer) {
      digits(new BigDecimal(integer));
    } else {
      throw refused(
          "is a %s; use int, long, double, BigInteger or BigDecimal"
              .formatted(number.getClass().getName()));
    }
  }

  private void digits(BigDecimal decimal) {
    // Four bits are at least one digit; the text of a number that is far too long takes for ever.
    if (decimal.unscaledValue().bitLength() > 4 * JsonReader.MAX_NUMBER_LENGTH
        || decimal.toString().length() > JsonReader.MAX_NUMBER_LENGTH) {
      throw refused("has more than %d digits".formatted(JsonReader.MAX_NUMBER_LENGTH));
    }
    out.number(decimal);
  }

  private void map(Map<?, ?> map) {
    descend();
    out.startObject();
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw refused("has a key that is not a string");
      }
      sorted.put(key, entry.getValue());
    }
    for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
      path.addLast(entry.getKey());
      out.name(whole(entry.getKey()));
      value(entry.getValue());
      path.removeLast();
    }
    out.endObject();
  }

  private void list(Collection<?> list) {
    descend();
    out.startArray();
    int index = 0;
    for (Object element : list) {
      path.addLast(index++);
      value(element);
      path.removeLast();
    }
    out.endArray();
  }

  private void descend() {
    if (path.size() >= MAX_DEPTH) {
      throw refused("nests deeper than %d levels".formatted(MAX_DEPTH));
    }
  }

  private String whole(String text) {
    grow(text.length());
    int half = UnpairedSurrogate.in(text);
    if (half >= 0) {
      throw refused(
          "has half a surrogate pair at character %d; use whole code points".formatted(half));
    }
    return text;
  }

  private void grow(int characters) {
    long length = (long) out.length() + characters;
    if (length > maxCharacters) {
      throw new SnapshotTooLongException(length, maxCharacters);
    }
  }

  private SnapshotException refused(String reason) {
    StringBuilder where = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer index) {
        where.append('[').append(index).append(']');
      } else {
        where.append('.').append(step);
      }
    }
    return new SnapshotException(where.toString(), reason);
  }
}
