package dev.charmsignals.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text that somebody else may have written: bounded in depth, and never quoted in
 * errors.
 *
 * <p>Values are maps (in the order of the text), lists, strings, booleans, null, and numbers: a
 * whole number that fits is a {@link Long}; any other is a {@link Double} where that says exactly
 * what the text says, else a {@link BigDecimal}.
 */
public final class JsonReader {

  /** How deep arrays and objects may nest in text that is read. */
  public static final int MAX_DEPTH = 128;

  /** How many characters a number may have, read or written. */
  public static final int MAX_NUMBER_LENGTH = 1000;

  private JsonReader() {}

  /**
   * Reads exactly one JSON value.
   *
   * @throws MalformedException when {@code text} is not JSON, nests too deep, or has more after the
   *     value
   */
  public static @Nullable Object read(String text) throws MalformedException {
    return read(text, MAX_DEPTH);
  }

  /**
   * Reads one JSON value that may nest {@code depth} levels; as {@link #read(String)} otherwise.
   */
  public static @Nullable Object read(String text, int depth) throws MalformedException {
    JsonText json = new JsonText(text);
    if (json.hasEnded()) {
      throw new MalformedException("is empty");
    }
    Object value = value(json, depth);
    if (!json.hasEnded()) {
      throw new MalformedException("has text after its end");
    }
    return value;
  }

  /** Reads one JSON object; as {@link #read(String)}, and refuses any other value. */
  public static Map<String, @Nullable Object> readObject(String text) throws MalformedException {
    return readObject(text, MAX_DEPTH);
  }

  /** Reads one JSON object that may nest {@code depth} levels, itself among them. */
  public static Map<String, @Nullable Object> readObject(String text, int depth)
      throws MalformedException {
    Object value = read(text, depth);
    if (!(value instanceof Map<?, ?>)) {
      throw new MalformedException("is not a JSON object");
    }
    @SuppressWarnings("unchecked") // read makes maps with string keys only
    Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) value;
    return object;
  }

  private static @Nullable Object value(JsonText json, int depth) throws MalformedException {
    switch (json.next()) {
      case '{':
        return object(json, below(depth));
      case '[':
        return array(json, below(depth));
      case '"':
        return whole(json.string());
      case 't':
        json.expect("true");
        return Boolean.TRUE;
      case 'f':
        json.expect("false");
        return Boolean.FALSE;
      case 'n':
        json.expect("null");
        return null;
      default:
        return number(json.number());
    }
  }

  private static Map<String, @Nullable Object> object(JsonText json, int depth)
      throws MalformedException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    json.expect('{');
    if (json.skip('}')) {
      return object;
    }
    do {
      String name = whole(json.string());
      json.expect(':');
      object.put(name, value(json, depth));
    } while (json.skip(','));
    json.expect('}');
    return object;
  }

  private static List<@Nullable Object> array(JsonText json, int depth) throws MalformedException {
    List<@Nullable Object> array = new ArrayList<>();
    json.expect('[');
    if (json.skip(']')) {
      return array;
    }
    do {
      array.add(value(json, depth));
    } while (json.skip(','));
    json.expect(']');
    return array;
  }

  private static int below(int depth) throws MalformedException {
    if (depth == 0) {
      throw tooMuch();
    }
    return depth - 1;
  }

  private static MalformedException tooMuch() {
    return new MalformedException("nests deeper or has longer numbers than allowed");
  }

  /** An escape can spell half a character, which no text that is written again can hold. */
  private static String whole(String text) throws MalformedException {
    if (UnpairedSurrogate.in(text) >= 0) {
      throw new MalformedException("holds half a surrogate pair");
    }
    return text;
  }

  private static Number number(String literal) throws MalformedException {
    if (literal.length() > MAX_NUMBER_LENGTH) {
      throw tooMuch();
    }
    if (literal.length() <= 20 && isWhole(literal)) {
      try {
        return Long.valueOf(literal);
      } catch (NumberFormatException e) {
        return new BigDecimal(literal); // just beyond a long
      }
    }
    double nearest = Double.parseDouble(literal);
    if (!Double.isInfinite(nearest) && Double.toString(nearest).equals(literal)) {
      return nearest;
    }
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(literal);
    } catch (NumberFormatException e) {
      throw new MalformedException("has a number beyond every number");
    }
    String written = decimal.toString();
    if (written.length() > MAX_NUMBER_LENGTH) {
      throw tooMuch(); // it could not be written again
    }
    // Once more as it would be written: 25E-1 is 2.5, and must not change its type on the way.
    return written.equals(literal) ? decimal : number(written);
  }

  private static boolean isWhole(String literal) {
    for (int i = literal.charAt(0) == '-' ? 1 : 0; i < literal.length(); i++) {
      if (literal.charAt(i) < '0' || literal.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
