package dev.charmsignals.pebble;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a health check works, as a layer says it. Immutable; each method returns a new one.
 *
 * <pre>{@code
 * Check.http("http://localhost:8080/health").ready().period(Duration.ofSeconds(5)).threshold(2)
 * }</pre>
 *
 * @param fields everything it says, under the names that Pebble has for it
 */
public record Check(Map<String, Object> fields) {

  /** Keeps a copy. */
  public Check {
    fields = Settings.copy(fields);
  }

  /** A check that succeeds when a URL is answered with a status of 20x. */
  public static Check http(String url) {
    return replacing("http", Map.of("url", url));
  }

  /** A check that succeeds when a port of the container takes a connection. */
  public static Check tcp(int port) {
    return replacing("tcp", Map.of("port", port));
  }

  /** A check that succeeds when a command ends with exit code 0. */
  public static Check exec(String command) {
    return replacing("exec", Map.of("command", command));
  }

  /** A check that changes some of what lower layers say under its name. */
  public static Check merging() {
    return new Check(Map.of("override", "merge"));
  }

  private static Check replacing(String kind, Map<String, Object> target) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("override", "replace");
    fields.put(kind, target);
    return new Check(fields);
  }

  /** Sets any field, such as one of a newer Pebble. */
  public Check with(String field, Object value) {
    return new Check(Settings.with(fields, field, value));
  }

  /** Counts for whether the container is alive; Kubernetes restarts one that is not. */
  public Check alive() {
    return with("level", "alive");
  }

  /** Counts for whether the container is ready; Kubernetes sends nothing to one that is not. */
  public Check ready() {
    return with("level", "ready");
  }

  /** Has it run from the moment the layer is added. */
  public Check enabled() {
    return with("startup", "enabled");
  }

  /** Has it run only when it was started by name. */
  public Check disabled() {
    return with("startup", "disabled");
  }

  /** Says how often it is run; every 10 seconds is usual. */
  public Check period(Duration period) {
    return with("period", GoDuration.text(period));
  }

  /** Says how long it may take; 3 seconds are usual. */
  public Check timeout(Duration timeout) {
    return with("timeout", GoDuration.text(timeout));
  }

  /** Says how often in a row it must fail to be down; 3 times is usual. */
  public Check threshold(int failures) {
    return with("threshold", failures);
  }

  /** Returns {@code alive} or {@code ready}, if it is said. */
  public Optional<String> level() {
    return Settings.text(fields, "level");
  }

  /** Returns how often it is run, if it is said. */
  public Optional<Duration> period() {
    return Settings.duration(fields, "period");
  }

  /** Returns how often in a row it must fail, if it is said. */
  public Optional<Integer> threshold() {
    return Settings.text(fields, "threshold").map(Integer::valueOf);
  }

  /** Returns any other field as text. */
  public Optional<String> field(String name) {
    return Settings.text(fields, name);
  }

  /** Says which fields there are, as headers and environment may hold secrets. */
  @Override
  public String toString() {
    return "Check" + fields.keySet();
  }
}
