package dev.charmsignals.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Shapes of numbers: one that does not fit its type is refused, never rounded into range. */
abstract class NumberShape extends ValueShape {

  /** A whole number between two bounds. */
  private static long whole(Object json, long min, long max) throws RestoreException {
    if (json instanceof Long number && number >= min && number <= max) {
      return number;
    }
    throw expected("a whole number from " + min + " to " + max);
  }

  private static Number number(Object json) throws RestoreException {
    if (json instanceof Number number) {
      return number;
    }
    throw expected("a number");
  }

  static final class OfInt extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      return (int) whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  }

  static final class OfLong extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      return whole(json, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }

  static final class OfShort extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      return (short) whole(json, Short.MIN_VALUE, Short.MAX_VALUE);
    }
  }

  static final class OfByte extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      return (byte) whole(json, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
  }

  static final class OfDouble extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      double value = number(json).doubleValue();
      if (Double.isInfinite(value)) {
        throw expected("a number within the range of a double");
      }
      return value;
    }
  }

  static final class OfFloat extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      float value = number(json).floatValue();
      if (Float.isInfinite(value)) {
        throw expected("a number within the range of a float");
      }
      return value;
    }
  }

  static final class OfDecimal extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      return json instanceof Double d ? BigDecimal.valueOf(d) : decimal(json);
    }
  }

  static final class OfInteger extends NumberShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      BigDecimal decimal = decimal(json);
      // A remote's 1E+999999999 is a small decimal and an integer that fills the memory.
      if (decimal.scale() != 0) {
        throw expected("a whole number written in digits");
      }
      return decimal.unscaledValue();
    }

    @Override
    Object toJson(Object value) {
      return new BigDecimal((BigInteger) value);
    }
  }

  private static BigDecimal decimal(Object json) throws RestoreException {
    if (json instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    if (json instanceof BigDecimal decimal) {
      return decimal;
    }
    throw expected("a number with all its digits");
  }
}
