package dev.charmsignals.pebble;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One object of an answer, whose fields have the type they should have or are reported. */
final class Fields {

  private final String what;
  private final Map<?, ?> map;

  private Fields(String what, Map<?, ?> map) {
    this.what = what;
    this.map = map;
  }

  /** Takes a value for an object; {@code what} names it where it is none. */
  static Fields of(String what, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Fields(what, map);
    }
    throw new PebbleProtocolException(what + " is no object");
  }

  /** Takes a value for a list of objects; none for an empty one, as Go does. */
  static List<Fields> listOf(String what, @Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new PebbleProtocolException(what + " is no list");
    }
    List<Fields> all = new ArrayList<>(list.size());
    for (Object element : list) {
      all.add(of(what, element));
    }
    return all;
  }

  @Nullable Object value(String key) {
    return map.get(key);
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> wrong(key));
  }

  String textOr(String key, String otherwise) {
    return optionalText(key).orElse(otherwise);
  }

  Optional<String> optionalText(String key) {
    Object value = map.get(key);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw wrong(key);
  }

  boolean flag(String key) {
    Object value = map.get(key);
    if (value != null && !(value instanceof Boolean)) {
      throw wrong(key);
    }
    return Boolean.TRUE.equals(value);
  }

  long whole(String key) {
    Object value = map.get(key);
    if (value == null) {
      return 0;
    }
    if (value instanceof Long number) {
      return number;
    }
    throw wrong(key);
  }

  /**
   * A number of 32 bits, with a sign or, as users have them, without. A longer one is not cut: it
   * could become root's, or the exit code of a command that succeeded.
   */
  OptionalInt optionalInt(String key) {
    if (map.get(key) == null) {
      return OptionalInt.empty();
    }
    long number = whole(key);
    if (number < Integer.MIN_VALUE || number >= 1L << 32) {
      throw wrong(key);
    }
    return OptionalInt.of((int) number);
  }

  Instant time(String key) {
    return optionalTime(key).orElseThrow(() -> wrong(key));
  }

  Optional<Instant> optionalTime(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeException e) {
      throw wrong(key);
    }
  }

  Optional<Duration> optionalDuration(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> duration = GoDuration.parse(text.get());
    if (duration.isEmpty()) {
      throw wrong(key);
    }
    return duration;
  }

  List<String> texts(String key) {
    Object value = map.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(key);
    }
    List<String> texts = new ArrayList<>(list.size());
    for (Object element : list) {
      if (!(element instanceof String text)) {
        throw wrong(key);
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  Map<String, String> textMap(String key) {
    Object value = map.get(key);
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        texts.put(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
      }
    } else if (value != null) {
      throw wrong(key);
    }
    return Collections.unmodifiableMap(texts);
  }

  List<Fields> objects(String key) {
    return listOf(key + " of " + what, map.get(key));
  }

  private PebbleProtocolException wrong(String key) {
    return new PebbleProtocolException(key + " of " + what + " is missing or of another type");
  }
}
