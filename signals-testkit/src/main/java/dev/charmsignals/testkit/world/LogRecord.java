package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.LogLevel;

/**
 * One line of the model's log, as {@code juju debug-log} shows it.
 *
 * @param unit whose agent wrote it
 * @param level how severe it is
 * @param logger which part spoke, such as {@code unit.panel/0.juju-log}
 * @param text what it said
 */
public record LogRecord(String unit, LogLevel level, String logger, String text) {

  /** Returns {@code unit-panel-0: INFO unit.panel/0.juju-log text}. */
  @Override
  public String toString() {
    return "unit-" + unit.replace('/', '-') + ": " + level + " " + logger + " " + text;
  }
}
