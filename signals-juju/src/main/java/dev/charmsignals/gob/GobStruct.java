package dev.charmsignals.gob;

import java.util.List;

/**
 * One struct value: what was read, or what is to be written.
 *
 * <p>A field that the other side did not send has its kind's zero value, as in Go. Two structs are
 * equal only if they are the same one.
 */
public final class GobStruct {

  private final GobShape shape;
  private final Object[] values;

  private GobStruct(GobShape shape, Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * Returns a struct with these values, one for each field of the shape.
   *
   * @param values Boolean, Long, byte[], String or List of String, by the kinds of the fields
   * @throws IllegalArgumentException when a value does not fit its field
   */
  public static GobStruct of(GobShape shape, Object... values) {
    List<GobField> fields = shape.fields();
    if (values.length != fields.size()) {
      throw new IllegalArgumentException(
          shape.name() + " has " + fields.size() + " fields, not " + values.length);
    }
    Object[] copy = new Object[values.length];
    for (int i = 0; i < copy.length; i++) {
      Object value = values[i];
      copy[i] = value instanceof byte[] bytes ? new GobBytes(bytes, bytes.length) : value;
      if (!fields.get(i).kind().fits(copy[i])) {
        throw new IllegalArgumentException(
            shape.name() + "." + fields.get(i).name() + " is " + fields.get(i).kind());
      }
    }
    return new GobStruct(shape, copy);
  }

  /** Returns a struct of zero values, for a reader to fill. */
  static GobStruct zero(GobShape shape) {
    Object[] values = new Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = shape.fields().get(i).kind().zero();
    }
    return new GobStruct(shape, values);
  }

  /** Returns the shape. */
  public GobShape shape() {
    return shape;
  }

  /** Returns a flag. */
  public boolean flag(String field) {
    return (Boolean) value(field, GobKind.FLAG);
  }

  /** Returns a signed number. */
  public long signed(String field) {
    return (Long) value(field, GobKind.SIGNED);
  }

  /** Returns a number of 0 or more. */
  public long unsigned(String field) {
    return (Long) value(field, GobKind.UNSIGNED);
  }

  /** Returns text. */
  public String text(String field) {
    return (String) value(field, GobKind.TEXT);
  }

  /** Returns the bytes that were kept; not a copy. */
  public byte[] bytes(String field) {
    return ((GobBytes) value(field, GobKind.BYTES)).kept();
  }

  /** Says whether more bytes were sent than the reader's limit let it keep. */
  public boolean isCut(String field) {
    return ((GobBytes) value(field, GobKind.BYTES)).isCut();
  }

  /** Returns a list of text. */
  @SuppressWarnings("unchecked") // only GobReader and of() put it there
  public List<String> texts(String field) {
    return (List<String>) value(field, GobKind.TEXTS);
  }

  Object value(int position) {
    return values[position];
  }

  void set(int position, Object value) {
    values[position] = value;
  }

  boolean isZero(int position) {
    Object value = values[position];
    return value instanceof GobBytes bytes
        ? bytes.length() == 0
        : value.equals(shape.fields().get(position).kind().zero());
  }

  private Object value(String field, GobKind kind) {
    int position = shape.position(field);
    if (position < 0 || shape.fields().get(position).kind() != kind) {
      throw new IllegalArgumentException(shape.name() + " has no " + kind + " " + field);
    }
    return values[position];
  }
}
