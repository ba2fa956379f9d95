package dev.charmsignals.pebble;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a service is to run, as a layer says it. Immutable; each method returns a new one.
 *
 * <pre>{@code
 * Service.replacing("/usr/bin/web --port 8080").enabled().environment("LEVEL", "info")
 * }</pre>
 *
 * @param fields everything it says, under the names that Pebble has for it
 */
public record Service(Map<String, Object> fields) {

  /** Keeps a copy. */
  public Service {
    fields = Settings.copy(fields);
  }

  /** A service that takes the place of what lower layers say under its name. */
  public static Service replacing(String command) {
    return new Service(Map.of("override", "replace")).command(command);
  }

  /** A service that changes some of what lower layers say under its name. */
  public static Service merging() {
    return new Service(Map.of("override", "merge"));
  }

  /** Sets any field, such as one of a newer Pebble. */
  public Service with(String field, Object value) {
    return new Service(Settings.with(fields, field, value));
  }

  /** Sets the command line, of which Pebble splits words and quotes but nothing else. */
  public Service command(String command) {
    return with("command", command);
  }

  /** Says in one line what it is. */
  public Service summary(String summary) {
    return with("summary", summary);
  }

  /** Has replan and autostart start it. */
  public Service enabled() {
    return with("startup", "enabled");
  }

  /** Has nothing start it but a start by name. */
  public Service disabled() {
    return with("startup", "disabled");
  }

  /** Adds a variable to its environment. */
  public Service environment(String name, String value) {
    return new Service(Settings.with(fields, "environment", name, value));
  }

  /** Adds variables to its environment. */
  public Service environment(Map<String, String> variables) {
    Service more = this;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      more = more.environment(variable.getKey(), variable.getValue());
    }
    return more;
  }

  /** Starts it after others that are started at the same time. */
  public Service after(String... services) {
    return new Service(Settings.with(fields, "after", List.of(services)));
  }

  /** Starts it before others that are started at the same time. */
  public Service before(String... services) {
    return new Service(Settings.with(fields, "before", List.of(services)));
  }

  /** Starts others whenever it is started. */
  public Service requires(String... services) {
    return new Service(Settings.with(fields, "requires", List.of(services)));
  }

  /** Runs it as a user. */
  public Service user(String user) {
    return with("user", user);
  }

  /** Runs it with a group; needs a user, too. */
  public Service group(String group) {
    return with("group", group);
  }

  /** Runs it in a directory. */
  public Service workingDirectory(String directory) {
    return with("working-dir", directory);
  }

  /** Says what follows exit code 0: {@code restart}, {@code shutdown} or {@code ignore}. */
  public Service onSuccess(String action) {
    return with("on-success", action);
  }

  /** Says what follows any other exit code: {@code restart}, {@code shutdown} or {@code ignore}. */
  public Service onFailure(String action) {
    return with("on-failure", action);
  }

  /** Says what follows when a check turns down: {@code restart}, {@code shutdown}, ... */
  public Service onCheckFailure(String check, String action) {
    return new Service(Settings.with(fields, "on-check-failure", check, action));
  }

  /** Says how long it may take to end after SIGTERM, before it is killed; 5 seconds are usual. */
  public Service killDelay(Duration delay) {
    return with("kill-delay", GoDuration.text(delay));
  }

  /** Says how long to wait before it is started again, the first time; half a second is usual. */
  public Service backoffDelay(Duration delay) {
    return with("backoff-delay", GoDuration.text(delay));
  }

  /** Returns the command line. */
  public Optional<String> command() {
    return Settings.text(fields, "command");
  }

  /** Returns {@code enabled} or {@code disabled}, if it is said. */
  public Optional<String> startup() {
    return Settings.text(fields, "startup");
  }

  /** Returns the environment. */
  public Map<String, String> environment() {
    return Settings.texts(fields, "environment");
  }

  /** Returns any other field as text. */
  public Optional<String> field(String name) {
    return Settings.text(fields, name);
  }

  /** Says which fields there are, as the environment may hold secrets. */
  @Override
  public String toString() {
    return "Service" + fields.keySet();
  }
}
