package dev.charmsignals.gob;

import java.util.List;

/**
 * The type of a struct: what a writer defines and what a reader wants to know.
 *
 * @param name the type's name in Go; empty for an anonymous type, never checked by a reader
 * @param fields its fields, in the order that numbers them
 */
public record GobShape(String name, List<GobField> fields) {

  /** Copies the fields. */
  public GobShape {
    fields = List.copyOf(fields);
  }

  /** Returns the shape with these fields. */
  public static GobShape of(String name, GobField... fields) {
    return new GobShape(name, List.of(fields));
  }

  /** Returns the position of a field, or -1. */
  int position(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }
}
