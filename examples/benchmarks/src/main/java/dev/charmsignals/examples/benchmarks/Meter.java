package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ReadRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the hooks of one relation's applications, and the bytes of what they read. */
final class Meter implements Consumer<HookRecord> {

  private record Kind(String application, String hook) {}

  private final SimulatedRelation relation;
  private final Map<Kind, Tally> tallies = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private long largestBag;

  Meter(SimulatedRelation relation) {
    this.relation = relation;
  }

  @Override
  public void accept(HookRecord hook) {
    long bytes = 0;
    for (ReadRecord read : hook.reads()) {
      bytes += sizes.computeIfAbsent(read.owner(), this::size);
    }
    String name = hook.hook().name();
    Kind kind =
        new Kind(
            hook.unit().substring(0, hook.unit().indexOf('/')),
            name.endsWith("relation-changed") ? "relation-changed" : name);
    tallies.put(kind, tallies.getOrDefault(kind, Tally.NOTHING).plus(bytes));
    if (hook.changes().stream().anyMatch(change -> change.where().endsWith(hook.unit()))) {
      long size = size(hook.unit());
      sizes.put(hook.unit(), size);
      largestBag = Math.max(largestBag, size);
    }
  }

  Tally of(String application, String hook) {
    return tallies.getOrDefault(new Kind(application, hook), Tally.NOTHING);
  }

  long largestBag() {
    return largestBag;
  }

  private long size(String owner) {
    long size = 0;
    for (Map.Entry<String, String> entry : relation.bag(owner).entrySet()) {
      size += entry.getKey().length() + entry.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    return size;
  }
}
