package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.List;

/** A member that follows signals, and what becomes of it when a handler fails. */
class PoolFollowingTest {

  record Ready() implements Signal {}

  record Bork(String reason) implements Signal {}

  static final class Words extends ObjectSignals {
    final SignalSource<Ready> ready = source(Ready.class);
    final SignalSource<Bork> bork = source(Bork.class).retryThenPark(2);
  }

  static final class Duties extends StatusPool {
    final PoolMember workload = member("workload");
    final PoolMember failures = member("failures");

    Duties(CharmContext context) {
      super(context);
    }
  }

  static final class Listener extends Charm {

    private final Words remote = signals(new Words());

    Listener(CharmContext context, boolean fails) {
      super(context);
      Duties pool = new Duties(context);
      // region follow
      pool.workload
          .follow(remote.bork, bork -> blocked(bork.emitter() + ": " + bork.signal().reason()))
          .follow(remote.ready, ready -> active());
      // endregion
      if (fails) {
        observe(
            remote.bork,
            bork -> {
              pool.failures.set(blocked("rolled back"));
              pool.add("dynamic").set(blocked("rolled back, too"));
              throw new IllegalStateException("told to fail");
            });
      }
    }
  }

  static final class Speaker extends Charm {

    private final Words words = signals(new Words());

    Speaker(CharmContext context) {
      super(context);
      observe(
          on().configChanged(),
          event -> {
            String says = config().string("says").orElse("");
            if (says.equals("ready")) {
              words.ready.emit(new Ready());
            } else {
              words.bork.emit(new Bork(says));
            }
          });
    }
  }

  private static String statusAfter(SimulatedJuju juju, boolean fails, String... words) {
    juju.deploy(
        "listener",
        CharmUnderTest.inProcess(
            context -> new Listener(context, fails),
            "name: listener\nrequires:\n  channel: {interface: words}"));
    juju.deploy(
        "speaker",
        CharmUnderTest.inProcess(
            Speaker::new,
            "name: speaker\nprovides:\n  channel: {interface: words}",
            "options:\n  says: {type: string, default: ready}"));
    juju.integrate("speaker:channel", "listener:channel");
    juju.settle();
    for (String word : words) {
      juju.application("speaker").config("says", word);
      juju.settle();
    }
    return Stage.text(juju.unit("listener/0").status());
  }

  @SimulatedJujuTest(seeds = 3)
  void turnsActiveOnReady(SimulatedJuju juju) {
    assertEquals("active ", statusAfter(juju, false));
  }

  @SimulatedJujuTest(seeds = 3)
  void turnsBlockedOnBork(SimulatedJuju juju) {
    assertEquals("blocked (workload) speaker/0: no disk", statusAfter(juju, false, "no disk"));
  }

  @SimulatedJujuTest(seeds = 3)
  void turnsActiveAgain(SimulatedJuju juju) {
    assertEquals("active ", statusAfter(juju, false, "no disk", "ready"));
  }

  @SimulatedJujuTest(seeds = 3)
  void isPutBackWhenAnotherObserverOfTheSignalFails(SimulatedJuju juju) {
    assertEquals("active ", statusAfter(juju, true, "no disk"));
    assertEquals(
        List.of(false),
        juju.unit("listener/0").state().values().stream()
            .filter(value -> value.contains("*master*"))
            .map(value -> value.contains("rolled back") || value.contains("no disk"))
            .toList());
  }
}
