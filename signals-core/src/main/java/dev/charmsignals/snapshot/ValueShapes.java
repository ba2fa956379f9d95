package dev.charmsignals.snapshot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the shape of a Java type. */
final class ValueShapes {

  /**
   * Where a type is used.
   *
   * @param component the component, for messages
   * @param known the shapes that are made together
   */
  record Place(String component, Known known) {}

  /** The shapes of record classes that hold each other, or themselves: one of each. */
  static final class Known {
    private final Set<Class<?>> begun = new HashSet<>();
    private final Map<Class<?>, RecordShape<?>> made = new HashMap<>();

    void begin(Class<?> type) {
      begun.add(type);
    }

    void end(Class<?> type, RecordShape<?> shape) {
      made.put(type, shape);
    }

    boolean isBegun(Class<?> type) {
      return begun.contains(type);
    }

    RecordShape<?> get(Class<?> type) {
      return Objects.requireNonNull(made.get(type));
    }
  }

  private ValueShapes() {}

  /** Returns the shape of {@code type}, which {@code place} has. */
  static ValueShape of(Type type, Place place) {
    if (type instanceof Class<?> plain) {
      return ofClass(plain, place);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Type[] arguments = generic.getActualTypeArguments();
      if (raw == Optional.class && isOptional(arguments[0])) {
        throw new ShapeException(place.component(), type.getTypeName()); // which one is empty?
      } else if (raw == Optional.class) {
        return new ContainerShape.OfOptional(of(arguments[0], place));
      } else if (raw == List.class) {
        return new ContainerShape.OfList(of(arguments[0], place));
      } else if (raw == Set.class) {
        return new ContainerShape.OfSet(of(arguments[0], place));
      } else if (raw == Map.class && arguments[0] == String.class) {
        return new ContainerShape.OfMap(of(arguments[1], place));
      }
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0], place);
    } else if (type instanceof TypeVariable<?> variable) {
      return of(variable.getBounds()[0], place);
    }
    return DatabindShape.of(type, place.component());
  }

  private static boolean isOptional(Type type) {
    return type == Optional.class
        || (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class);
  }

  private static ValueShape ofClass(Class<?> type, Place place) {
    if (type == String.class) {
      return new ScalarShape.Text();
    } else if (type == boolean.class || type == Boolean.class) {
      return orMissing(type, new ScalarShape.Bool());
    } else if (type == int.class || type == Integer.class) {
      return orMissing(type, new NumberShape.OfInt());
    } else if (type == long.class || type == Long.class) {
      return orMissing(type, new NumberShape.OfLong());
    } else if (type == double.class || type == Double.class) {
      return orMissing(type, new NumberShape.OfDouble());
    } else if (type == float.class || type == Float.class) {
      return orMissing(type, new NumberShape.OfFloat());
    } else if (type == short.class || type == Short.class) {
      return orMissing(type, new NumberShape.OfShort());
    } else if (type == byte.class || type == Byte.class) {
      return orMissing(type, new NumberShape.OfByte());
    } else if (type == BigDecimal.class) {
      return new NumberShape.OfDecimal();
    } else if (type == BigInteger.class) {
      return new NumberShape.OfInteger();
    } else if (type == char.class || type == Character.class) {
      return orMissing(type, new ScalarShape.Letter());
    } else if (type.isEnum()) {
      return new ScalarShape.OfEnum(type);
    } else if (type.isRecord()) {
      return new ContainerShape.OfRecord(type.asSubclass(Record.class), place);
    } else if (type == Object.class) {
      return new ScalarShape.Anything();
    }
    return DatabindShape.of(type, place.component());
  }

  private static ValueShape orMissing(Class<?> type, ValueShape shape) {
    return type.isPrimitive() ? ValueShape.required(shape) : shape;
  }
}
