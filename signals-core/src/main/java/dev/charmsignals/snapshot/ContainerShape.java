package dev.charmsignals.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
      return elementsToJson(element, (Collection<?>) value);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      List<@Nullable Object> made = new ArrayList<>();
      elementsFromJson(element, json, made);
      return Collections.unmodifiableList(made);
    }
  }

  static final class OfSet extends ContainerShape {
    private final ValueShape element;

    OfSet(ValueShape element) {
      this.element = element;
    }

    @Override
    Object toJson(Object value) {
      return elementsToJson(element, (Collection<?>) value);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      Set<@Nullable Object> made = new LinkedHashSet<>();
      elementsFromJson(element, json, made);
      return Collections.unmodifiableSet(made);
    }
  }

  static final class OfMap extends ContainerShape {
    private final ValueShape element;

    OfMap(ValueShape element) {
      this.element = element;
    }

    @Override
    Object toJson(Object value) {
      Map<@Nullable Object, @Nullable Object> json = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        Object held = entry.getValue();
        json.put(entry.getKey(), held == null ? null : element.toJson(held));
      }
      return json;
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
    private @Nullable RecordShape<?> shape;

    /** Checks {@code type} at once, unless it holds itself: then when it is first needed. */
    OfRecord(Class<? extends Record> type, ValueShapes.Place place) {
      this.type = type;
      this.shape = place.isWithin(type) ? null : RecordShape.of(type, place.open());
    }

    private RecordShape<?> shape() {
      RecordShape<?> known = shape;
      if (known == null) {
        known = RecordShape.of(type);
        shape = known;
      }
      return known;
    }

    @Override
    Object toJson(Object value) {
      return shape().snapshot((Record) value);
    }

    @Override
    Object fromPresent(Object json) throws RestoreException {
      if (!(json instanceof Map<?, ?>)) {
        throw expected("an object");
      }
      @SuppressWarnings("unchecked") // JSON objects have string keys
      Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) json;
      return shape().restore(object);
    }
  }

  private static List<@Nullable Object> elementsToJson(ValueShape element, Collection<?> values) {
    List<@Nullable Object> json = new ArrayList<>(values.size());
    for (Object value : values) {
      json.add(value == null ? null : element.toJson(value));
    }
    return json;
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
