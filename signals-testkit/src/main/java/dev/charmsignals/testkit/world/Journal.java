package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything that was run and logged, in order. */
final class Journal {

  private final List<HookRecord> hooks = new ArrayList<>();
  private final List<LogRecord> logs = new ArrayList<>();
  private final List<Consumer<HookRecord>> watchers = new ArrayList<>();

  void watch(Consumer<HookRecord> watcher) {
    watchers.add(watcher);
  }

  int nextNumber() {
    return hooks.size() + 1;
  }

  void add(HookRecord hook) {
    hooks.add(hook);
    watchers.forEach(watcher -> watcher.accept(hook));
  }

  void log(LogRecord log) {
    logs.add(log);
  }

  List<HookRecord> hooks() {
    return List.copyOf(hooks);
  }

  List<HookRecord> last(int count) {
    return List.copyOf(hooks.subList(Math.max(0, hooks.size() - count), hooks.size()));
  }

  List<LogRecord> logs() {
    return List.copyOf(logs);
  }
}
