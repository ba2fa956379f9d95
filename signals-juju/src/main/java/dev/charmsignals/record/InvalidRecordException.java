package dev.charmsignals.record;

import dev.charmsignals.CharmSignalsException;
import java.util.List;

/** What should be a record is none; tells everything that is wrong at once, and no values. */
public final class InvalidRecordException extends CharmSignalsException {

  private final String place;
  private final Class<? extends Record> type;
  private final transient List<FieldError> errors;

  /**
   * Creates the report.
   *
   * @param place where it was to be loaded from, such as {@code config}
   * @param wayOut what can be done, as a sentence; may be empty
   */
  public InvalidRecordException(
      String place, Class<? extends Record> type, List<FieldError> errors, String wayOut) {
    super(message(place, type, errors, wayOut));
    this.place = place;
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  private static String message(
      String place, Class<? extends Record> type, List<FieldError> errors, String wayOut) {
    StringBuilder message = new StringBuilder();
    message.append(place).append(" does not fit ").append(type.getSimpleName()).append(':');
    for (FieldError error : errors) {
      message.append("\n- ").append(error);
    }
    return wayOut.isEmpty() ? message.toString() : message.append('\n').append(wayOut).toString();
  }

  /** Returns where it was to be loaded from. */
  public String place() {
    return place;
  }

  /** Returns the record's class. */
  public Class<? extends Record> type() {
    return type;
  }

  /** Returns everything that is wrong. */
  public List<FieldError> errors() {
    return errors;
  }
}
