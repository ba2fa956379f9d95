package dev.charmsignals.signal;

import dev.charmsignals.snapshot.RecordShape;
import dev.charmsignals.snapshot.RestoreException;
import dev.charmsignals.snapshot.SnapshotText;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How signals of one class are encoded and decoded. Checked when a source is declared.
 *
 * @param <T> the class
 */
abstract class SignalType<T extends Signal> {

  private final Class<T> type;

  private SignalType(Class<T> type) {
    this.type = type;
  }

  static <T extends Signal> SignalType<T> of(Class<T> type) {
    if (type.isRecord()) {
      return new OfRecord<>(type);
    }
    boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers()) || inner) {
      throw SignalDeclarationException.notConcrete(type);
    }
    return new ByHand<>(type);
  }

  Class<T> type() {
    return type;
  }

  /** Returns what {@code signal} says, as canonical JSON. */
  String encode(T signal, int maxBytes) {
    return SnapshotText.of(snapshot(signal), maxBytes);
  }

  Map<String, ? extends @Nullable Object> snapshot(T signal) {
    return signal.snapshot();
  }

  abstract T decode(Map<String, @Nullable Object> snapshot) throws RestoreException;

  private static final class OfRecord<T extends Signal> extends SignalType<T> {
    private final RecordShape<?> shape;
    private final boolean overridden;

    OfRecord(Class<T> type) {
      super(type);
      shape = RecordShape.of(type.asSubclass(Record.class));
      overridden = declares(type, "snapshot");
    }

    @Override
    Map<String, ? extends @Nullable Object> snapshot(T signal) {
      // The shape is at hand; the default method would make it again.
      return overridden ? signal.snapshot() : shape.snapshot((Record) signal);
    }

    @Override
    T decode(Map<String, @Nullable Object> snapshot) throws RestoreException {
      return type().cast(shape.restore(snapshot));
    }
  }

  private static final class ByHand<T extends Signal> extends SignalType<T> {
    private final Constructor<T> constructor;

    ByHand(Class<T> type) {
      super(type);
      if (!declares(type, "snapshot") || !declares(type, "restore", Map.class)) {
        throw SignalDeclarationException.withoutSnapshot(type);
      }
      try {
        constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw SignalDeclarationException.withoutConstructor(type);
      }
    }

    @Override
    T decode(Map<String, @Nullable Object> snapshot) throws RestoreException {
      T made;
      try {
        made = constructor.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new RestoreException("its constructor failed: " + reasonOf(e));
      }
      try {
        made.restore(snapshot);
      } catch (Exception | AssertionError | StackOverflowError e) {
        // Whatever a snapshot can bring about must not fail the hook each time it is read. The
        // message
        // may quote the snapshot, so only the kind of failure is told.
        throw new RestoreException("restore threw " + e.getClass().getName());
      }
      return made;
    }

    private static String reasonOf(ReflectiveOperationException e) {
      Throwable cause = e.getCause();
      return (cause == null ? e : cause).getClass().getName();
    }
  }

  private static boolean declares(Class<?> type, String name, Class<?>... parameters) {
    try {
      Method method = type.getMethod(name, parameters);
      return method.getDeclaringClass() != Signal.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
