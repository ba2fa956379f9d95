package dev.charmsignals.logging;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps every call as {@code LEVEL text}. */
final class RecordedCalls implements HookLog.Sink {

  final List<String> calls = new ArrayList<>();

  @Override
  public void write(LogLevel level, String text) {
    calls.add(level + " " + text);
  }
}
