package dev.charmsignals.json;

import java.math.BigDecimal;

/**
 * Writes one JSON value, part by part, as text without white space.
 *
 * <p>Written by hand because it is on the path of every hook: no generator to set up, no checked
 * exceptions, nothing loaded that a hook does not need. The caller puts commas nowhere and calls
 * the parts in order; the names of an object must come in a stable order.
 */
public final class JsonWriter {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(128);
  private boolean comma;

  /** Begins an object. */
  public JsonWriter startObject() {
    separate();
    out.append('{');
    comma = false;
    return this;
  }

  /** Ends an object. */
  public JsonWriter endObject() {
    out.append('}');
    comma = true;
    return this;
  }

  /** Begins an array. */
  public JsonWriter startArray() {
    separate();
    out.append('[');
    comma = false;
    return this;
  }

  /** Ends an array. */
  public JsonWriter endArray() {
    out.append(']');
    comma = true;
    return this;
  }

  /** Writes the name of an object's next value. */
  public JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(':');
    comma = false;
    return this;
  }

  /** Writes a string; an unpaired surrogate must have been refused before. */
  public JsonWriter string(String value) {
    separate();
    quote(value);
    return this;
  }

  /** Writes a whole number. */
  public JsonWriter number(long value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes a finite number so that {@link JsonReader#read} gives the same one back. */
  public JsonWriter number(double value) {
    separate();
    out.append(value);
    return this;
  }

  /** Writes a number with all its digits. */
  public JsonWriter number(BigDecimal value) {
    return json(value.toString());
  }

  /** Writes true or false. */
  public JsonWriter bool(boolean value) {
    return json(value ? "true" : "false");
  }

  /** Writes null. */
  public JsonWriter nothing() {
    return json("null");
  }

  /** Writes text that is one JSON value already. */
  public JsonWriter json(String text) {
    separate();
    out.append(text);
    return this;
  }

  /** Returns how many characters have been written. */
  public int length() {
    return out.length();
  }

  /** Returns the text written so far. */
  public String text() {
    return out.toString();
  }

  private void separate() {
    if (comma) {
      out.append(',');
    }
    comma = true;
  }

  private void quote(String value) {
    out.append('"');
    int plain = 0; // where the run of characters begins that can be copied as they are
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\') {
        continue;
      }
      out.append(value, plain, i).append('\\');
      plain = i + 1;
      if (c == '"' || c == '\\') {
        out.append(c);
      } else {
        out.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    out.append(value, plain, value.length()).append('"');
  }
}
