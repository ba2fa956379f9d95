package dev.charmsignals.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit is called on the wire, within one relation: 16 hex digits, drawn at random.
 *
 * <p>Juju's names cannot serve: Kubernetes gives a new unit the name of an old one, and a
 * cross-model relation renames every unit (contract §5.9).
 *
 * @param value 16 lower-case hex digits
 */
public record StreamId(String value) implements Comparable<StreamId> {

  /** Checks the shape. */
  public StreamId {
    if (!isId(value)) {
      throw new IllegalArgumentException("A stream id is 16 lower-case hex digits");
    }
  }

  /** Returns the id with these 64 bits. */
  public static StreamId of(long bits) {
    String hex = Long.toHexString(bits);
    return new StreamId("0".repeat(16 - hex.length()) + hex);
  }

  /** Returns the id that {@code text} spells, if it does. */
  public static Optional<StreamId> parse(String text) {
    return isId(text) ? Optional.of(new StreamId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(StreamId other) {
    return value.compareTo(other.value);
  }

  // By hand: a record's own are put together at their first call, which takes longer than a hook.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StreamId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the 16 digits. */
  @Override
  public String toString() {
    return value;
  }

  private static boolean isId(String text) {
    if (text.length() != 16) {
      return false;
    }
    for (int i = 0; i < 16; i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }
}
