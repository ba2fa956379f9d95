package dev.charmsignals.snapshot;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shapes of values that hold values; what is made again cannot be changed. */
abstract class ContainerShape extends ValueShape {

  static final class OfOptional extends ContainerShape {
    private final ValueShape element;

    OfOptional(ValueShape element) {
      this.element = element;
    }

    @Override
    @Nullable Object toJson(Object value) {
      Optional<?> optional = (Optional<?>) value;
      return optional.isPresent() ? element.toJson(optional.get()) : null;
    }

    @Override
    Object fromJson(@Nullable Object json) throws RestoreException {
      return json == null ? Optional.empty() : fromPresent(json);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      return Optional.of(element.fromPresent(json));
    }
  }

  static final class OfList extends ContainerShape {
    private final ValueShape element;

    OfList(ValueShape element) {
      this.element = element;
    }

    @Override
    Object toJson(Object value) {
      return new LazyList(element, (Collection<?>) value);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      List<@Nullable Object> made = new ArrayList<>();
      elementsFromJson(element, json, made);
      return Collections.unmodifiableList(made);
    }
  }

  static final class OfSet extends ContainerShape {
    private static final int MOST_ALIKE = 256;

    private final ValueShape element;

    OfSet(ValueShape element) {
      this.element = element;
    }

    @Override
    Object toJson(Object value) {
      return new LazyList(element, (Collection<?>) value);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      List<@Nullable Object> elements = new ArrayList<>();
      elementsFromJson(element, json, elements);
      refuseFlood(elements);
      return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    /**
     * A remote can choose elements that all hash alike, and a set would compare each of them with
     * all others. No honest set has many.
     */
    private static void refuseFlood(List<@Nullable Object> elements) throws RestoreException {
      if (elements.size() <= MOST_ALIKE) {
        return;
      }
      Map<Integer, Integer> counts = new HashMap<>();
      for (Object element : elements) {
        int count = counts.getOrDefault(Objects.hashCode(element), 0) + 1;
        if (count > MOST_ALIKE) {
          throw expected("a set whose elements are easily told apart");
        }
        counts.put(Objects.hashCode(element), count);
      }
    }
  }

  static final class OfMap extends ContainerShape {
    private final ValueShape element;

    OfMap(ValueShape element) {
      this.element = element;
    }

    @Override
    Object toJson(Object value) {
      return new LazyMap(element, (Map<?, ?>) value);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      if (!(json instanceof Map<?, ?> map)) {
        throw expected("an object");
      }
      Map<@Nullable Object, @Nullable Object> made = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        made.put(entry.getKey(), element.fromJson(entry.getValue()));
      }
      return Collections.unmodifiableMap(made);
    }
  }

  static final class OfRecord extends ContainerShape {
    private final Class<? extends Record> type;
    private final ValueShapes.Known known;

    /** Checks {@code type} at once, unless that is going on around it. */
    OfRecord(Class<? extends Record> type, ValueShapes.Place place) {
      this.type = type;
      known = place.known();
      if (!known.isBegun(type)) {
        RecordShape.of(type, known);
      }
    }

    @Override
    Object toJson(Object value) {
      return new LazyRecord(known.get(type), (Record) value);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      if (!(json instanceof Map<?, ?>)) {
        throw expected("an object");
      }
      @SuppressWarnings("unchecked") // JSON objects have string keys
      Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) json;
      return known.get(type).restore(object);
    }
  }

  /** A list whose elements are converted when they are looked at. */
  private static final class LazyList extends AbstractList<@Nullable Object> {
    private final ValueShape element;
    private final @Nullable Object[] held;

    LazyList(ValueShape element, Collection<?> held) {
      this.element = element;
      this.held = held.toArray();
    }

    @Override
    public @Nullable Object get(int index) {
      Object one = held[index];
      return one == null ? null : element.toJson(one);
    }

    @Override
    public int size() {
      return held.length;
    }
  }

  /** A map whose values are converted when it is first looked at. */
  private abstract static class Lazy extends AbstractMap<@Nullable Object, @Nullable Object> {
    private @Nullable Map<@Nullable Object, @Nullable Object> converted;

    abstract Map<@Nullable Object, @Nullable Object> convert();

    @Override
    public Set<Map.Entry<@Nullable Object, @Nullable Object>> entrySet() {
      Map<@Nullable Object, @Nullable Object> map = converted;
      if (map == null) {
        map = Collections.unmodifiableMap(convert());
        converted = map;
      }
      return map.entrySet();
    }
  }

  private static final class LazyMap extends Lazy {
    private final ValueShape element;
    private final Map<?, ?> held;

    LazyMap(ValueShape element, Map<?, ?> held) {
      this.element = element;
      this.held = held;
    }

    @Override
    Map<@Nullable Object, @Nullable Object> convert() {
      Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : held.entrySet()) {
        Object one = entry.getValue();
        map.put(entry.getKey(), one == null ? null : element.toJson(one));
      }
      return map;
    }
  }

  private static final class LazyRecord extends Lazy {
    private final RecordShape<?> shape;
    private final Record held;

    LazyRecord(RecordShape<?> shape, Record held) {
      this.shape = shape;
      this.held = held;
    }

    @Override
    Map<@Nullable Object, @Nullable Object> convert() {
      return new LinkedHashMap<>(shape.snapshot(held));
    }
  }

  private static void elementsFromJson(
      ValueShape element, Object json, Collection<@Nullable Object> into) throws RestoreException {
    if (!(json instanceof List<?> list)) {
      throw expected("a list");
    }
    for (Object value : list) {
      into.add(element.fromJson(value));
    }
  }
}
