package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.Hook;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One emitter and its observers, whose hooks are processes that are killed again and again.
 *
 * <p>Every method ends when nothing is due any more, and notes in the report what is wrong then.
 */
final class KilledWorld implements AutoCloseable {

  private static final String EMITTER = "emitter/0";
  private static final int MOST_MISFORTUNES = 5;
  private static final int MOST_HOOKS = 200;
  private static final int[] PADDINGS = {0, 40, 1_000, 9_000};

  private final SimulatedJuju juju;
  private final Random random;
  private final Misfortunes misfortunes;
  private final KillReport report;
  private final Leftovers leftovers;
  private final SimulatedRelation relation;
  private final Map<String, Integer> firstHeard = new TreeMap<>();
  private int count;
  private int heard;
  private int bytes = 1_500;
  private int misfortunesLeft;

  KilledWorld(
      Path examples, JujuFlavour flavour, Transport transport, Random random, KillReport report) {
    this.random = random;
    this.report = report;
    juju = SimulatedJuju.seeded(flavour, random.nextLong());
    misfortunes = new Misfortunes(random, transport.name().equals("exec"));
    leftovers = new Leftovers(Charms.directory(examples, "tally"));
    CharmUnderTest tally = Charms.packed(examples, "tally", transport.variables());
    juju.deploy("emitter", tally);
    juju.deploy("observer", tally);
    firstHeard.put("observer/0", 1);
    relation = juju.integrate("emitter:emitted", "observer:heard");
  }

  /** Both units are installed and come to know each other. */
  void begin() {
    settle();
  }

  /** The emitter emits some signals; now and then the observers come to it only afterwards. */
  void burst() {
    boolean busy = random.nextInt(3) == 0;
    emit();
    if (busy) {
      settle(unit -> unit.name().equals(EMITTER));
      emit();
    }
    settle();
  }

  /** A unit joins that has to hear the newest signal, and then all that follow. */
  void join() {
    firstHeard.put(juju.application("observer").addUnit().name(), Math.max(1, count));
    settle();
  }

  /** The relation is suspended and resumed, and nothing is heard again for that. */
  void suspend() {
    relation.suspend();
    settle();
    relation.resume();
    settle();
  }

  /** The emitter says its last words and leaves. */
  void farewell() {
    emit();
    settle(unit -> unit.name().equals(EMITTER));
    juju.unit(EMITTER).remove();
    settle();
  }

  private void emit() {
    int burst = 1 + random.nextInt(4);
    int padding = PADDINGS[random.nextInt(PADDINGS.length)];
    count += burst;
    bytes = 1_500 + burst * (padding + 150);
    juju.application("emitter").config("count", count).config("padding", padding);
  }

  private void settle() {
    settle(unit -> true);
    check();
  }

  private void settle(Predicate<SimulatedUnit> concerned) {
    misfortunesLeft = MOST_MISFORTUNES;
    for (int hooks = 0; hooks < MOST_HOOKS; hooks++) {
      List<SimulatedUnit> ready =
          units().stream().filter(concerned).filter(unit -> !unit.due().isEmpty()).toList();
      if (ready.isEmpty()) {
        return;
      }
      runHook(ready.get(random.nextInt(ready.size())));
    }
    throw new IllegalStateException(MOST_HOOKS + " hooks, and no end: " + juju.timeline());
  }

  private List<SimulatedUnit> units() {
    List<SimulatedUnit> units = new ArrayList<>(juju.application("emitter").units());
    units.addAll(juju.application("observer").units());
    return units;
  }

  private void runHook(SimulatedUnit unit) {
    Hook due = unit.due().get(0);
    int sent = due.name().equals("config-changed") ? bytes : 1_500;
    Optional<Misfortune> misfortune =
        misfortunesLeft > 0 ? misfortunes.draw(due.name(), sent) : Optional.empty();
    misfortune.ifPresent(
        planned -> {
          misfortunesLeft--;
          planned.befall(unit);
        });
    long began = System.nanoTime();
    HookRecord hook = unit.runNextHook().orElseThrow();
    report.countHook();
    leftovers.of(hook).forEach(this::complain);
    if (misfortune.isPresent()) {
      report.count(misfortune.get().effectOn(hook));
      if (!misfortune.get().explains(hook.outcome())) {
        complain(hook + " ended otherwise than by " + misfortune.get());
      }
    } else if (hook.outcome() == HookOutcome.COMMITTED) {
      misfortunes.learn(hook, System.nanoTime() - began);
    } else {
      complain(hook + " failed by itself: " + hook.logs());
    }
  }

  private void check() {
    Tallies tallies = new Tallies(EMITTER, count);
    SimulatedUnit emitter = juju.unit(EMITTER);
    if (emitter.exists()) {
      tallies
          .complaintsAboutEmitter(emitter.state(), relation.bag(EMITTER))
          .forEach(this::complain);
    }
    tallies.complaintsAboutEntries(juju.hooks()).forEach(this::complain);
    int before = heard;
    heard = 0;
    firstHeard.forEach(
        (observer, first) -> {
          Map<String, String> state = juju.unit(observer).state();
          heard += tallies.heard(state).size();
          tallies.complaintsAboutObserver(observer, state, first).forEach(this::complain);
        });
    report.countSignals(heard - before);
  }

  private void complain(String what) {
    report.violation("round %d: %s".formatted(report.rounds() + 1, what));
  }

  /** Deletes the units' files. */
  @Override
  public void close() {
    juju.close();
  }
}
