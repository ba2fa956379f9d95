package dev.charmsignals.snapshot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** One component of a record, and how its value becomes a JSON value and back. Immutable. */
public final class RecordField {

  private final RecordComponent component;
  private final String name;
  private final Method accessor;
  private final ValueShape shape;

  RecordField(RecordComponent component, ValueShape shape) {
    this.component = component;
    this.name = component.getName();
    this.accessor = component.getAccessor();
    this.shape = shape;
    accessor.setAccessible(true);
  }

  /** Returns the component's name. */
  public String name() {
    return name;
  }

  /** Returns the component itself, with its type and annotations. */
  public RecordComponent component() {
    return component;
  }

  /** Returns what a record holds in this component. */
  public @Nullable Object of(Record value) {
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

  /** Returns what a record holds in this component, as a value that travels. */
  public @Nullable Object toJson(Record value) {
    Object held = of(value);
    return held == null ? null : shape.toJson(held);
  }

  /**
   * Makes the component's value from a JSON value, which is null where there is none.
   *
   * @throws RestoreException when it does not fit
   */
  public @Nullable Object fromJson(@Nullable Object json) throws RestoreException {
    return shape.fromJson(json);
  }
}
