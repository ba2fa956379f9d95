package dev.charmsignals.snapshot;

import org.jspecify.annotations.Nullable;

/** How a value of one Java type becomes a JSON value and is made again from one. */
abstract class ValueShape {

  /** Returns what travels; the value is of this shape's type. */
  @Nullable Object toJson(Object value) {
    return value;
  }

  /** Makes the value again; {@code json} may be anything, or null for a missing key. */
  @Nullable Object fromJson(@Nullable Object json) throws RestoreException {
    return json == null ? null : fromPresent(json);
  }

  /** Makes the value again from something that is there. */
  abstract Object fromPresent(Object json) throws RestoreException;

  /** A shape whose type has no null: a missing value does not fit. */
  static ValueShape required(ValueShape shape) {
    return new ValueShape() {
      @Override
      @Nullable Object toJson(Object value) {
        return shape.toJson(value);
      }

      @Override
      Object fromJson(@Nullable Object json) throws RestoreException {
        if (json == null) {
          throw new RestoreException("is missing");
        }
        return shape.fromPresent(json);
      }

      @Override
      Object fromPresent(Object json) throws RestoreException {
        return shape.fromPresent(json);
      }
    };
  }

  /** Returns the complaint that something else was expected. */
  static RestoreException expected(String kind) {
    return new RestoreException("is not " + kind);
  }
}
