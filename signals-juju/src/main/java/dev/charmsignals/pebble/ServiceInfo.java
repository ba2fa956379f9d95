package dev.charmsignals.pebble;

import java.time.Instant;
import java.util.Optional;

/**
 * How a service is doing.
 *
 * @param name its name in the plan
 * @param startup {@code enabled} or {@code disabled}
 * @param current {@code active}, {@code inactive}, {@code backoff}, {@code error}, or what a newer
 *     Pebble says
 * @param since since when it is so; empty if it was never started
 */
public record ServiceInfo(String name, String startup, String current, Optional<Instant> since) {

  /** Returns whether it runs now. */
  public boolean isRunning() {
    return current.equals("active");
  }

  static ServiceInfo of(Fields fields) {
    return new ServiceInfo(
        fields.text("name"),
        fields.textOr("startup", "disabled"),
        fields.textOr("current", "inactive"),
        fields.optionalTime("current-since"));
  }
}
