package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What it cost to deliver a load.
 *
 * @param load what was delivered
 * @param observers what the observing side did
 * @param emitters what the emitting side did because of it, beside the hooks that emitted
 * @param emitting what the hooks that emitted did
 * @param largestBag the most bytes that the bag of any unit ever had
 * @param missing how many deliveries did not happen
 * @param idleHooks how many hooks the bus caused when every unit looked and nothing was new
 */
record Delivery(
    Load load,
    Tally observers,
    Tally emitters,
    Tally emitting,
    long largestBag,
    long missing,
    int idleHooks) {

  /** Runs the real code in a simulated Juju. */
  static Delivery of(Load load) {
    Talker.Agenda agenda = new Talker.Agenda();
    Listener.Ear ear = new Listener.Ear();
    try (SimulatedJuju juju = SimulatedJuju.seeded(1)) {
      juju.deploy("talker", Talker.charm(agenda, load.window()));
      juju.deploy("listener", Listener.charm(ear));
      juju.application("talker").scale(load.emitters());
      juju.application("listener").scale(load.observers());
      Meter meter = new Meter(juju.integrate("talker:channel", "listener:channel"));
      juju.settle();

      agenda.signals = load.signalsPerHook();
      juju.watch(meter);
      for (int i = 0; i < load.busy() * load.hooks(); i++) {
        juju.unit("talker/" + i % load.busy()).updateStatus();
        settle(juju);
      }
      Tally observers = meter.of("listener", "relation-changed");
      Tally emitters = meter.of("talker", "relation-changed");
      Tally emitting = meter.of("talker", "update-status");
      long missing = (long) load.signals() * load.observers() - ear.signals + ear.gaps;
      agenda.signals = 0;
      return new Delivery(
          load, observers, emitters, emitting, meter.largestBag(), missing, idleHooks(juju));
    }
  }

  /** Lets every unit look at every stream, and counts the hooks that come of it. */
  private static int idleHooks(SimulatedJuju juju) {
    int before = juju.hooks().size();
    List<SimulatedUnit> units = units(juju);
    units.forEach(SimulatedUnit::updateStatus);
    settle(juju);
    return juju.hooks().size() - before - units.size();
  }

  /** Runs the hooks of one unit after the other: asking all what is due takes long with many. */
  private static void settle(SimulatedJuju juju) {
    int run;
    do {
      run = 0;
      for (SimulatedUnit unit : units(juju)) {
        run += unit.settle().size();
      }
    } while (run > 0);
  }

  private static List<SimulatedUnit> units(SimulatedJuju juju) {
    List<SimulatedUnit> units = new ArrayList<>(juju.application("talker").units());
    units.addAll(juju.application("listener").units());
    return units;
  }

  /** Returns how many hooks of observers there were beyond the floor, as a share of it. */
  double observersOver() {
    return (double) observers.hooks() / load.floor() - 1;
  }

  /** Returns how many hooks both sides ran beyond the floor, as a share of it. */
  double bothOver() {
    return (double) (observers.hooks() + emitters.hooks()) / load.floor() - 1;
  }

  /** Returns what is dearer than it may be; empty if nothing is. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    if (missing != 0) {
      complaints.add(missing + " deliveries are missing");
    }
    if (observers.hooks() > load.floor() * 1.1) {
      complaints.add(
          "%d hooks of observers, where %d cannot be avoided"
              .formatted(observers.hooks(), load.floor()));
    }
    double acknowledgements = load.acknowledgements();
    if (emitters.hooks() > acknowledgements * 1.1) {
      complaints.add(
          "%d hooks of emitters, where acknowledgements account for %.0f"
              .formatted(emitters.hooks(), acknowledgements));
    }
    boolean fewAcknowledgements = acknowledgements <= load.floor() * 0.1;
    if (fewAcknowledgements && observers.hooks() + emitters.hooks() > load.floor() * 1.1) {
      complaints.add(
          "%d hooks in all, where %d cannot be avoided"
              .formatted(observers.hooks() + emitters.hooks(), load.floor()));
    }
    if (idleHooks != 0) {
      complaints.add(idleHooks + " hooks although nothing was new");
    }
    return complaints;
  }
}
