package dev.charmsignals.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What became of loading a record from what somebody else wrote, which never throws.
 *
 * @param <R> the record
 */
public sealed interface LoadResult<R extends Record> {

  /** Returns the record, if it could be loaded. */
  default Optional<R> value() {
    return Optional.empty();
  }

  /** Returns everything that is wrong; empty unless this is {@link Invalid}. */
  default List<FieldError> errors() {
    return List.of();
  }

  /** Returns what one of three functions makes of this; the compiler sees that none is left out. */
  <T> T fold(
      Function<? super R, ? extends T> loaded,
      Function<? super List<FieldError>, ? extends T> invalid,
      Supplier<? extends T> absent);

  /**
   * The record.
   *
   * @param loaded the record
   */
  record Loaded<R extends Record>(R loaded) implements LoadResult<R> {

    @Override
    public Optional<R> value() {
      return Optional.of(loaded);
    }

    @Override
    public <T> T fold(
        Function<? super R, ? extends T> whenLoaded,
        Function<? super List<FieldError>, ? extends T> invalid,
        Supplier<? extends T> absent) {
      return whenLoaded.apply(loaded);
    }

    /** Returns the record's type, and nothing of what it says. */
    @Override
    public String toString() {
      return "Loaded[" + loaded.getClass().getSimpleName() + "]";
    }
  }

  /**
   * Something is there, and no such record.
   *
   * @param errors everything that is wrong; at least one thing
   */
  record Invalid<R extends Record>(List<FieldError> errors) implements LoadResult<R> {

    /** Copies the list. */
    public Invalid {
      errors = List.copyOf(errors);
    }

    @Override
    public <T> T fold(
        Function<? super R, ? extends T> loaded,
        Function<? super List<FieldError>, ? extends T> whenInvalid,
        Supplier<? extends T> absent) {
      return whenInvalid.apply(errors);
    }
  }

  /** Nothing is there yet: none of the record's keys. */
  record Absent<R extends Record>() implements LoadResult<R> {

    @Override
    public <T> T fold(
        Function<? super R, ? extends T> loaded,
        Function<? super List<FieldError>, ? extends T> invalid,
        Supplier<? extends T> whenAbsent) {
      return whenAbsent.get();
    }
  }
}
