package dev.charmsignals.testkit;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.List;

/** Two charm classes in this process, which is what the kit is for. */
class CharmClassTest {

  record Bork(String reason) implements Signal {}

  static final class Moods extends ObjectSignals {
    final SignalSource<Bork> bork = source(Bork.class);
  }

  static final class Speaker extends Charm {

    private final Moods moods = signals(new Moods(), "channel");

    Speaker(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> moods.bork.emit(new Bork("one")));
      observe(on().configChanged(), event -> moods.bork.emit(new Bork("two")));
    }
  }

  static final class Listener extends Charm {

    Listener(CharmContext context) {
      super(context);
      Moods moods = signals(new Moods(), "channel");
      observe(on().start(), event -> unit().setStatus(active()));
      observe(
          moods.bork,
          event -> {
            String heard = state().get("heard").orElse("") + event.signal().reason() + ";";
            state().put("heard", heard);
            unit().setStatus(blocked(heard));
          });
    }
  }

  private static void related(SimulatedJuju juju) {
    juju.deploy("p", CharmUnderTest.inProcess(Speaker::new, TwoCharms.P));
    juju.deploy("r", CharmUnderTest.inProcess(Listener::new, TwoCharms.R));
    juju.integrate("p:channel", "r:channel");
  }

  private static void shows(SimulatedJuju juju, String heard) {
    assertEquals(new WorkloadStatus("blocked", heard), juju.unit("r/0").status());
  }

  @SimulatedJujuTest(seeds = 50)
  void deliversWhatWasEmittedBeforeTheRelation(SimulatedJuju juju) {
    juju.deploy("p", CharmUnderTest.inProcess(Speaker::new, TwoCharms.P));
    juju.settle();
    juju.deploy("r", CharmUnderTest.inProcess(Listener::new, TwoCharms.R));
    juju.integrate("p:channel", "r:channel");
    juju.settle();

    shows(juju, "two;");
  }

  @SimulatedJujuTest(seeds = 50)
  void deliversEachSignalOnceAndInOrderWhateverHappensToTheHook(SimulatedJuju juju) {
    related(juju);
    juju.settle();
    juju.unit("r/0").hold();
    juju.application("p").config("motto", "again");
    juju.settle();
    String before = juju.unit("r/0").status().message();
    juju.unit("r/0")
        .release()
        .failNext("channel-relation-changed")
        .crashAfterCommit("channel-relation-changed");

    juju.settle();

    shows(juju, before + "one;two;");
  }

  @SimulatedJujuTest(seeds = 50, flavour = JujuFlavour.JUJU_3_6)
  void comesToRestInJuju3Too(SimulatedJuju juju) {
    related(juju);
    juju.settle();

    assertEquals(List.of(), juju.settle().stream().map(HookRecord::toString).toList());
  }
}
