package dev.charmsignals.hooktools;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the answers that hold numbers. */
final class JsonAnswers {

  private JsonAnswers() {}

  /** Reads an object of strings, numbers and flags; an option without a value is empty. */
  static Map<String, Optional<Object>> config(byte[] json) throws MalformedAnswerException {
    Map<String, Optional<Object>> values = new LinkedHashMap<>();
    if (read(json) instanceof Map<?, ?> options) {
      for (Map.Entry<?, ?> option : options.entrySet()) {
        values.put(String.valueOf(option.getKey()), scalar(option.getValue()));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  /** Reads an object or null. */
  private static @Nullable Object read(byte[] json) throws MalformedAnswerException {
    Object value;
    try {
      value = JsonReader.read(new String(json, StandardCharsets.UTF_8));
    } catch (MalformedException e) {
      throw new MalformedAnswerException("It is not JSON");
    }
    if (value != null && !(value instanceof Map<?, ?>)) {
      throw otherShape();
    }
    return value;
  }

  private static Optional<Object> scalar(@Nullable Object value) throws MalformedAnswerException {
    if (value instanceof BigDecimal number) {
      // Juju computes with floats, and writes a large one without an exponent.
      return Optional.of(number.doubleValue());
    }
    if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
      throw otherShape();
    }
    return Optional.ofNullable(value);
  }

  private static MalformedAnswerException otherShape() {
    return new MalformedAnswerException("It is JSON of another shape");
  }
}
