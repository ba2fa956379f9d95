package dev.charmsignals.pebble;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One step of a {@link Change}, such as the start of one service.
 *
 * @param id Pebble's number of it
 * @param kind such as {@code start}, {@code stop} or {@code exec}
 * @param summary what it does, for people
 * @param status such as {@code Doing}, {@code Done}, {@code Error} or {@code Hold}
 * @param log what it logged, at most ten lines, each of which may break
 * @param exitCode the exit code of a command that has ended
 * @param spawned when it was made
 * @param ended when it was over
 */
public record Task(
    String id,
    String kind,
    String summary,
    String status,
    List<String> log,
    OptionalInt exitCode,
    Instant spawned,
    Optional<Instant> ended) {

  /** Keeps a copy of the log. */
  public Task {
    log = List.copyOf(log);
  }

  static Task of(Fields fields) {
    Object data = fields.value("data");
    return new Task(
        fields.text("id"),
        fields.textOr("kind", ""),
        fields.textOr("summary", ""),
        fields.textOr("status", ""),
        fields.texts("log"),
        data == null ? OptionalInt.empty() : Fields.of("a task", data).optionalInt("exit-code"),
        fields.time("spawn-time"),
        fields.optionalTime("ready-time"));
  }
}
