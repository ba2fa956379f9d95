package dev.charmsignals.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
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
  private final Component[] components;

  private record Component(String name, Method accessor, ValueShape shape) {}

  private RecordShape(Constructor<R> constructor, Component[] components) {
    this.constructor = constructor;
    this.components = components;
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
    Component[] components = new Component[declared.length];
    Class<?>[] parameters = new Class<?>[declared.length];
    for (int i = 0; i < declared.length; i++) {
      RecordComponent component = declared[i];
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      ValueShapes.Place place =
          new ValueShapes.Place(type.getSimpleName() + "." + component.getName(), known);
      components[i] =
          new Component(
              component.getName(), accessor, ValueShapes.of(component.getGenericType(), place));
      parameters[i] = component.getType();
    }
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      RecordShape<R> shape = new RecordShape<>(constructor, components);
      known.end(type, shape);
      return shape;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Record without its canonical constructor: " + type, e);
    }
  }

  /**
   * Returns the record's components by name, in their order. What they hold is converted as it is
   * looked at, so that a record that holds itself is a long way down and no endless one.
   */
  public Map<String, @Nullable Object> snapshot(Record value) {
    Map<String, @Nullable Object> snapshot = new LinkedHashMap<>();
    for (Component component : components) {
      Object held = read(component.accessor, value);
      snapshot.put(component.name, held == null ? null : component.shape.toJson(held));
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
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Component component = components[i];
      try {
        arguments[i] = component.shape.fromJson(snapshot.get(component.name));
      } catch (RestoreException e) {
        throw new RestoreException(component.name + ": " + e.reason());
      }
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new RestoreException(
          "the constructor threw " + e.getTargetException().getClass().getName());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object read(Method accessor, Record value) {
    try {
      return accessor.invoke(value);
    } catch (InvocationTargetException e) {
      if (e.getTargetException() instanceof RuntimeException ours) {
        throw ours;
      }
      if (e.getTargetException() instanceof Error ours) {
        throw ours;
      }
      throw new IllegalStateException(e.getTargetException());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
