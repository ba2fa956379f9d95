package dev.charmsignals.charm;

import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.logging.HookLog;
import dev.charmsignals.logging.LogLevel;

/** Takes log records to {@code juju-log}. A class, because a lambda costs more to load. */
final class JujuLogSink implements HookLog.Sink {

  private final HookTools tools;

  JujuLogSink(HookTools tools) {
    this.tools = tools;
  }

  @Override
  public void write(LogLevel level, String text) {
    tools.jujuLog(level.name(), text);
  }
}
