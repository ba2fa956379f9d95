package dev.charmsignals.testkit.pebble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What services wrote. For any thread. */
final class LogBook {

  private final Clockwork clock;
  private final List<Map<String, Object>> lines = new ArrayList<>();

  LogBook(Clockwork clock) {
    this.clock = clock;
  }

  synchronized void add(String service, String message) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.next().toString());
    line.put("service", service);
    line.put("message", message);
    lines.add(line);
    notifyAll();
  }

  /** Some lines, and the number of all that there were by then. */
  record Slice(List<Map<String, Object>> lines, int end) {}

  /** Returns the last lines; all of them if the count is negative. */
  synchronized Slice last(int count) {
    int from = count < 0 ? 0 : Math.max(0, lines.size() - count);
    return new Slice(List.copyOf(lines.subList(from, lines.size())), lines.size());
  }

  /** Waits for lines that come after so many. */
  synchronized Slice after(int end) throws InterruptedException {
    while (lines.size() == end) {
      wait();
    }
    return new Slice(List.copyOf(lines.subList(end, lines.size())), lines.size());
  }
}
