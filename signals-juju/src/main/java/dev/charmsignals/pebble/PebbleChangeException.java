package dev.charmsignals.pebble;

/** What Pebble was told to do has failed; the message ends with what the tasks logged. */
public final class PebbleChangeException extends PebbleException {

  private final String error;
  private final Change change;

  PebbleChangeException(String error, Change change) {
    super(message(error, change));
    this.error = error;
    this.change = change;
  }

  private static String message(String error, Change change) {
    StringBuilder text = new StringBuilder(error);
    for (int i = 0; i < change.tasks().size(); i++) {
      Task task = change.tasks().get(i);
      if (!task.log().isEmpty()) {
        text.append("\n----- Logs from task ").append(i).append(" -----\n");
        text.append(String.join("\n", task.log()));
      }
    }
    return text.toString();
  }

  /** Returns what Pebble says about it. */
  public String error() {
    return error;
  }

  /** Returns the whole change, with its tasks and their logs. */
  public Change change() {
    return change;
  }
}
