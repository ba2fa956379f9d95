package dev.charmsignals.gob;

import java.util.List;

/** The kinds of field that are read and written; gob's predefined types and a list of text. */
public enum GobKind {
  /** A flag, {@code bool} in Go. */
  FLAG(1, Boolean.FALSE),
  /** A signed number, {@code int} in Go. */
  SIGNED(2, 0L),
  /** A number of 0 or more, {@code uint} in Go. */
  UNSIGNED(3, 0L),
  /** Bytes, {@code []byte} in Go. */
  BYTES(5, GobBytes.NONE),
  /** Text in UTF-8, {@code string} in Go. */
  TEXT(6, ""),
  /** A list of text, {@code []string} in Go; the one kind that a stream has to define. */
  TEXTS(0, List.of());

  private final int id;
  private final Object zero;

  GobKind(int id, Object zero) {
    this.id = id;
    this.zero = zero;
  }

  /** Returns gob's number of this kind, or 0 where the stream has to define one. */
  int id() {
    return id;
  }

  /** Returns the value that gob leaves out. */
  Object zero() {
    return zero;
  }

  boolean fits(Object value) {
    return zero.getClass() == value.getClass() || (this == TEXTS && value instanceof List<?>);
  }
}
