package dev.charmsignals.gob;

import java.util.List;

/** A type that the stream defined, with as much of it as it takes to read or skip a value. */
sealed interface GobType {

  /** A struct; the fields are numbered by their order. */
  record Struct(List<Member> members) implements GobType {}

  /** A slice or an array: a count and that many values. */
  record Sequence(long element) implements GobType {}

  /** A map: a count and that many pairs. */
  record Pairs(long key, long element) implements GobType {}

  /** A value that the sender's own code encoded: a length and that many bytes. */
  record Opaque() implements GobType {}

  /** One field of a struct. */
  record Member(String name, long type) {}
}
