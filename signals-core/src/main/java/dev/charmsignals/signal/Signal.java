package dev.charmsignals.signal;

import dev.charmsignals.snapshot.RecordShape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one unit and that other units on the same relation want to know: those
 * of another application, or on a peer relation those of its own.
 *
 * <p>A record is a signal as it stands: {@code record Bork(String reason) implements Signal {}}.
 * Any other class has a constructor without arguments and writes {@link #snapshot} and {@link
 * #restore} itself. What a signal says is readable by every unit on the relation: send no secrets,
 * send references to them.
 */
public interface Signal {

  /**
   * Returns what this signal says, as values that JSON knows: strings, numbers, booleans, lists,
   * and maps with string keys, in any nesting. Called by {@code emit}.
   */
  default Map<String, ? extends @Nullable Object> snapshot() {
    if (this instanceof Record record) {
      return RecordShape.of(record.getClass()).snapshot(record);
    }
    throw SignalDeclarationException.withoutSnapshot(getClass());
  }

  /**
   * Makes this new signal say what {@code snapshot} says. Called once, on an instance made by the
   * constructor without arguments; never called for records. Whole numbers arrive as {@link Long},
   * others as {@link Double} or {@link java.math.BigDecimal}. Whatever this throws parks the
   * signal; it does not fail the hook.
   */
  default void restore(Map<String, @Nullable Object> snapshot) {
    throw SignalDeclarationException.withoutSnapshot(getClass());
  }
}
