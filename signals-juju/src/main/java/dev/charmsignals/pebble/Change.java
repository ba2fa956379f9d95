package dev.charmsignals.pebble;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that Pebble does in the background, such as starting services.
 *
 * @param id Pebble's number of it
 * @param kind such as {@code start}, {@code replan}, {@code exec} or {@code perform-check}
 * @param summary what it does, for people
 * @param status such as {@code Doing}, {@code Done} or {@code Error}
 * @param ready whether it is over, well or badly
 * @param error what went wrong, if it is over and something did
 * @param tasks its steps
 * @param data what else Pebble tells, such as {@code check-name}, by name
 * @param spawned when it was made
 * @param ended when it was over
 */
public record Change(
    String id,
    String kind,
    String summary,
    String status,
    boolean ready,
    Optional<String> error,
    List<Task> tasks,
    Map<String, String> data,
    Instant spawned,
    Optional<Instant> ended) {

  /** Keeps copies. */
  public Change {
    tasks = List.copyOf(tasks);
    data = Map.copyOf(data);
  }

  static Change of(Fields fields) {
    return new Change(
        fields.text("id"),
        fields.textOr("kind", ""),
        fields.textOr("summary", ""),
        fields.textOr("status", ""),
        fields.flag("ready"),
        fields.optionalText("err"),
        fields.objects("tasks").stream().map(Task::of).toList(),
        fields.textMap("data"),
        fields.time("spawn-time"),
        fields.optionalTime("ready-time"));
  }
}
