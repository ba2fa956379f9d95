package dev.charmsignals.pebble;

import java.util.Optional;

/**
 * How a check is doing.
 *
 * @param name its name in the plan
 * @param level {@code alive} or {@code ready}, if it has one
 * @param startup {@code enabled} or {@code disabled}; enabled where Pebble does not tell
 * @param status {@code up}, {@code down}, {@code inactive}, or what a newer Pebble says
 * @param successes how often it succeeded since it was started; 0 where Pebble does not tell
 * @param failures how often in a row it failed
 * @param threshold how many failures in a row turn it down
 * @param changeId the change that performs it now
 */
public record CheckInfo(
    String name,
    Optional<String> level,
    String startup,
    String status,
    long successes,
    long failures,
    long threshold,
    Optional<String> changeId) {

  /** Returns whether it has not failed too often; a new check is up before it was ever run. */
  public boolean isUp() {
    return status.equals("up");
  }

  static CheckInfo of(Fields fields) {
    Optional<String> change = fields.optionalText("change-id");
    Optional<String> startup = fields.optionalText("startup");
    // A Pebble that tells the startup performs checks by changes, so without one it does not.
    boolean inactive = startup.isPresent() && change.isEmpty();
    return new CheckInfo(
        fields.text("name"),
        fields.optionalText("level"),
        startup.orElse("enabled"),
        inactive ? "inactive" : fields.textOr("status", "up"),
        fields.whole("successes"),
        fields.whole("failures"),
        fields.whole("threshold"),
        change);
  }
}
