package dev.charmsignals.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one record class becomes a snapshot and is made again from one.
 *
 * <p>Each component is a key. Going back, unknown keys are ignored and a missing one is null (or
 * {@code Optional.empty()}), so that a component can be added without breaking older peers; a
 * missing primitive does not fit. Created once per class at start-up. Immutable.
 *
 * @param <R> the record class
 */
public final class RecordShape<R extends Record> {

  private final Constructor<R> constructor;
  private final RecordField[] fields;

  private RecordShape(Constructor<R> constructor, RecordField[] fields) {
    this.constructor = constructor;
    this.fields = fields;
  }

  /**
   * Returns the shape of {@code type}.
   *
   * @throws ShapeException when a component's type cannot travel, naming the component
   */
  public static <R extends Record> RecordShape<R> of(Class<R> type) {
    return of(type, new ValueShapes.Known());
  }

  static <R extends Record> RecordShape<R> of(Class<R> type, ValueShapes.Known known) {
    known.begin(type);
    RecordComponent[] declared = type.getRecordComponents();
    RecordField[] fields = new RecordField[declared.length];
    Class<?>[] parameters = new Class<?>[declared.length];
    for (int i = 0; i < declared.length; i++) {
      RecordComponent component = declared[i];
      ValueShapes.Place place =
          new ValueShapes.Place(type.getSimpleName() + "." + component.getName(), known);
      fields[i] = new RecordField(component, ValueShapes.of(component.getGenericType(), place));
      parameters[i] = component.getType();
    }
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      RecordShape<R> shape = new RecordShape<>(constructor, fields);
      known.end(type, shape);
      return shape;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Record without its canonical constructor: " + type, e);
    }
  }

  /** Returns the record's components, in their order. */
  public List<RecordField> fields() {
    return List.of(fields);
  }

  /**
   * Returns the record's components by name, in their order. What they hold is converted as it is
   * looked at, so that a record that holds itself is a long way down and no endless one.
   */
  public Map<String, @Nullable Object> snapshot(Record value) {
    Map<String, @Nullable Object> snapshot = new LinkedHashMap<>();
    for (RecordField field : fields) {
      snapshot.put(field.name(), field.toJson(value));
    }
    return snapshot;
  }

  /**
   * Makes a record from a snapshot.
   *
   * @throws RestoreException when a value does not fit its component, or the record's own
   *     constructor refuses it
   */
  public R restore(Map<String, ? extends @Nullable Object> snapshot) throws RestoreException {
    @Nullable Object[] arguments = new @Nullable Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      RecordField field = fields[i];
      try {
        arguments[i] = field.fromJson(snapshot.get(field.name()));
      } catch (RestoreException e) {
        throw new RestoreException(field.name() + ": " + e.reason());
      }
    }
    try {
      return create(arguments);
    } catch (InvocationTargetException e) {
      throw new RestoreException(
          "the constructor threw " + e.getTargetException().getClass().getName());
    }
  }

  /**
   * Makes a record of values that its fields made.
   *
   * @throws InvocationTargetException when the record's own constructor refuses them
   */
  public R create(@Nullable Object... arguments) throws InvocationTargetException {
    try {
      return constructor.newInstance(arguments);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
