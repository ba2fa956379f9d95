package dev.charmsignals.snapshot;

/** Shapes of values that are one JSON scalar, numbers aside. */
abstract class ScalarShape extends ValueShape {

  static final class Text extends ScalarShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      if (json instanceof String) {
        return json;
      }
      throw expected("a string");
    }
  }

  static final class Bool extends ScalarShape {
    @Override
    Object fromPresent(Object json) throws RestoreException {
      if (json instanceof Boolean) {
        return json;
      }
      throw expected("true or false");
    }
  }

  static final class Letter extends ScalarShape {
    @Override
    Object toJson(Object value) {
      return value.toString();
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      if (json instanceof String text && text.length() == 1) {
        return text.charAt(0);
      }
      throw expected("a string of one character");
    }
  }

  static final class OfEnum extends ScalarShape {
    private final Class<?> type;

    OfEnum(Class<?> type) {
      this.type = type;
    }

    @Override
    Object toJson(Object value) {
      return ((Enum<?>) value).name();
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(json)) {
          return constant;
        }
      }
      throw expected("a constant of " + type.getSimpleName());
    }
  }

  static final class Anything extends ScalarShape {
    @Override
    Object fromPresent(Object json) {
      return json;
    }
  }
}
