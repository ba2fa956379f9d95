package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.log.Window;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.List;

/** A handler of relation-created that is called before the bus has opened the relation. */
class EarlyHandlerTest {

  private static final class Eager extends Charm {

    private final Speech talk = new Speech(Window.DEFAULT);

    Eager(CharmContext context) {
      super(context);
      observe(on().relation("talk").created(), this::greet);
      signals(talk, "talk");
    }

    private void greet(RelationEvent.Created event) {
      talk.word.emit(new Word("to-all"));
      talk.word.emitTo(event.relation(), new Word("to-one"));
    }
  }

  @SimulatedJujuTest
  void emitsIntoARelationThatTheBusHasNotOpenedYet(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(Eager::new, Gossip.METADATA));
    juju.deploy("b", Gossip.charm(new Gossip.Diary()));
    juju.settle();
    juju.unit("a/0").hold();
    juju.integrate("a:talk", "b:listen");
    juju.settle();

    juju.unit("a/0").release();
    juju.settle();

    assertEquals(List.of("a/0 to-one"), Gossip.heardBy(juju.unit("b/0")));
    assertEquals(
        List.of("signal-1", "signal-2", "signals"),
        juju.relation(2).bag("a/0").keySet().stream().filter(k -> k.startsWith("signal")).toList());
  }
}
