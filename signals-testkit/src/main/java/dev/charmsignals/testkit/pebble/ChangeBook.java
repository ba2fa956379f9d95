package dev.charmsignals.testkit.pebble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** All changes. For any thread. */
final class ChangeBook {

  private final Clockwork clock;
  private final Map<String, SimulatedChange> changes = new LinkedHashMap<>();
  private int tasks;

  ChangeBook(Clockwork clock) {
    this.clock = clock;
  }

  synchronized SimulatedChange begin(String kind, String summary) {
    SimulatedChange change =
        new SimulatedChange(Integer.toString(changes.size() + 1), kind, summary, clock.next());
    change.status = "Doing";
    changes.put(change.id, change);
    return change;
  }

  synchronized SimulatedChange.Step step(SimulatedChange change, String kind, String summary) {
    SimulatedChange.Step step = new SimulatedChange.Step(Integer.toString(++tasks), kind, summary);
    change.steps.add(step);
    return step;
  }

  synchronized void done(SimulatedChange.Step step) {
    step.status = "Done";
  }

  synchronized void failed(SimulatedChange.Step step, String failure) {
    step.status = "Error";
    step.failure = failure;
    step.log.add(clock.next() + " ERROR " + failure);
  }

  synchronized void exited(SimulatedChange.Step step, int code) {
    step.exitCode = code;
  }

  /** Ends a change: well, unless one of its steps has failed. */
  synchronized void end(SimulatedChange change) {
    if (change.isReady()) {
      return;
    }
    boolean failed = change.steps.stream().anyMatch(step -> step.failure != null);
    for (SimulatedChange.Step step : change.steps) {
      if (!step.status.equals("Error")) {
        step.status = failed && step.status.equals("Do") ? "Hold" : "Done";
      }
    }
    change.status = failed ? "Error" : "Done";
    change.ended = clock.next();
    notifyAll();
  }

  synchronized Map<String, Object> tree(String id) {
    return require(id).tree();
  }

  synchronized List<Map<String, Object>> trees(String select) {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (SimulatedChange change : changes.values()) {
      if (select.equals("all") || change.isReady() == select.equals("ready")) {
        trees.add(change.tree());
      }
    }
    return trees;
  }

  /** Waits until a change is over; without a limit for ever. */
  synchronized Map<String, Object> await(String id, Optional<Duration> limit)
      throws InterruptedException {
    SimulatedChange change = require(id);
    long end = System.nanoTime() + limit.map(Duration::toNanos).orElse(0L);
    while (!change.isReady()) {
      long left = limit.isPresent() ? end - System.nanoTime() : Long.MAX_VALUE;
      if (left <= 0) {
        throw new Refusal(
            504, "timed out waiting for change after " + GoTime.text(limit.orElseThrow()));
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, 3_600_000_000_000L));
    }
    return change.tree();
  }

  private SimulatedChange require(String id) {
    SimulatedChange change = changes.get(id);
    if (change == null) {
      throw new Refusal(404, "cannot find change with id \"" + id + "\"");
    }
    return change;
  }
}
