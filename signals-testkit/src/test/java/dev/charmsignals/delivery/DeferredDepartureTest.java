package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.List;

/** Signals of a charm that puts off the event of somebody's departure. */
class DeferredDepartureTest {

  /** Talks, and is never ready to let anybody go. */
  private static final class Clinging extends Charm {

    private final Speech talk = signals(new Speech(), "talk");

    Clinging(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> speak());
      observe(on().relation("talk").departed(), "let-go", event -> event.defer());
    }

    private void speak() {
      if (config().string("say").orElse("").equals("now")) {
        talk.other.emit(new Word("to all"));
        talk.word.emitTo(relations("talk").get(0), new Word("to one"));
      }
    }
  }

  /** Its bag can be read until the broken hook, whatever is offered again before that. */
  @SimulatedJujuTest(seeds = 3)
  void goesOnWithItsStreamWhenTheDepartureIsOfferedAgainBeforeTheBrokenHook(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(Clinging::new, Gossip.METADATA));
    juju.deploy("b", Gossip.charm(new Gossip.Diary()));
    SimulatedRelation relation = juju.integrate("a:talk", "b:listen");
    juju.settle();
    Gossip.say(juju, "now");
    relation.suspend();
    SimulatedUnit emitter = juju.unit("a/0");
    emitter.runUntil("talk-relation-departed");
    juju.application("a").config("say", "later");
    emitter.run("config-changed");
    juju.settle();
    relation.resume();
    juju.application("b").addUnit();
    juju.settle();

    List<String> once = List.of("a/0 other to all", "a/0 to one");
    assertEquals(
        List.of(once, once),
        List.of(Gossip.heardBy(juju.unit("b/0")), Gossip.heardBy(juju.unit("b/1"))));
  }
}
