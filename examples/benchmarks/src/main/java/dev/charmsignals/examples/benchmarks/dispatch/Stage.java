package dev.charmsignals.examples.benchmarks.dispatch;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One contender at one kind of work, in a simulated Juju of its own. */
final class Stage implements AutoCloseable {

  private final Contender contender;
  private final Work work;
  private final Meter meter;
  private final SimulatedJuju juju = SimulatedJuju.seeded(1);
  private final Optional<SimulatedRelation> relation;
  private final List<Cost> costs = new ArrayList<>();
  private long round;

  /** Deploys what is to be measured, and runs all hooks that come before. */
  Stage(Contender contender, Work work, Path notes) {
    this.contender = contender;
    this.work = work;
    this.meter = new Meter(notes);
    juju.deploy("subject", contender.charm(work, meter));
    if (work.needsReporter()) {
      juju.deploy("reporter", Reporter.charm(() -> round));
      relation = Optional.of(juju.integrate("reporter:channel", "subject:channel"));
    } else {
      relation = Optional.empty();
    }
    juju.settle();
  }

  Contender contender() {
    return contender;
  }

  /** Returns what the measured hooks took. */
  List<Cost> costs() {
    return List.copyOf(costs);
  }

  /** Runs one hook, and remembers what it took. */
  void measure() {
    costs.add(run());
  }

  /** Runs one hook of this kind, and returns what it took. */
  Cost run() {
    round++;
    switch (work) {
      case UNOBSERVED -> subject().updateStatus();
      case RECEIVED, ANSWERED -> {
        juju.unit("reporter/0").updateStatus();
        juju.unit("reporter/0").settle();
      }
      case RECONCILED -> juju.application("subject").config("name", "round " + round);
    }
    meter.reset();
    List<HookRecord> hooks = subject().settle();
    if (hooks.size() != 1 || hooks.get(0).outcome() != HookOutcome.COMMITTED) {
      throw new IllegalStateException("Not one hook that went well: %s: %s".formatted(this, hooks));
    }
    Cost cost = meter.cost();
    juju.settle();
    return cost;
  }

  /** Fails unless the last hook did its work. */
  void requireDone() {
    boolean done =
        switch (work) {
          case UNOBSERVED -> subject().status().status().equals("active");
          case RECEIVED -> {
            subject().updateStatus();
            subject().settle();
            yield subject().status().message().equals(Reporter.text(round));
          }
          case ANSWERED ->
              relation.orElseThrow().bag("subject/0").values().stream()
                  .anyMatch(value -> value.replace(" ", "").contains("{\"number\":" + round + "}"));
          case RECONCILED -> subject().status().message().endsWith("hello round " + round);
        };
    if (!done) {
      throw new IllegalStateException(
          "%s did not do its work: %s".formatted(this, subject().facts()));
    }
  }

  @Override
  public String toString() {
    return contender.inWords() + ": " + work.inWords();
  }

  @Override
  public void close() {
    juju.close();
  }

  private SimulatedUnit subject() {
    return juju.unit("subject/0");
  }
}
