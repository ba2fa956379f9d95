package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several observers put off one long signal, so that it takes several times its room. */
class DeferringTogetherTest {

  private static final String LONG = "x".repeat(60_000);

  private boolean putOff = true;
  private boolean waiting;

  /** Puts off what is long. */
  private final class Crowd extends Charm {

    private final Speech listen = signals(new Speech(), "listen");

    Crowd(CharmContext context, int observers) {
      super(context);
      for (int i = 0; i < observers; i++) {
        observe(listen.word, this::hear);
      }
      observeParked(listen, parked -> note("parked " + parked.sequence()));
    }

    private void hear(SignalEvent<Word> event) {
      String text = event.signal().text();
      if (putOff && text.equals(LONG)) {
        event.defer();
      } else {
        note(text.equals(LONG) ? "long" : text);
      }
    }

    private void note(String line) {
      state().put("heard", state().get("heard").orElse("") + line + "\n");
    }
  }

  private void talkToCrowd(SimulatedJuju juju, int observers) {
    juju.deploy("a", Gossip.charm(new Gossip.Diary()));
    juju.deploy(
        "b", CharmUnderTest.inProcess(context -> new Crowd(context, observers), Gossip.METADATA));
    juju.integrate("a:talk", "b:listen");
    juju.settle();
    Gossip.say(juju, "1 word:" + LONG);
    Gossip.say(juju, "2 word:short");
    waiting = juju.unit("b/0").state().containsKey("charm-signals/listen/deferred");
    putOff = false;
    juju.unit("b/0").updateStatus();
    juju.settle();
    juju.unit("b/0").updateStatus(); // what found no room comes when there is some
    juju.settle();
  }

  @SimulatedJujuTest(seeds = 3)
  void findsRoomForThemAllWhenNothingElseWaits(SimulatedJuju juju) {
    talkToCrowd(juju, 5);

    assertEquals(true, waiting);
    assertEquals(
        List.of(
            "long", "long", "long", "long", "long", "short", "short", "short", "short", "short"),
        Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void parksItForThoseThatFindNoRoomForIt(SimulatedJuju juju) {
    talkToCrowd(juju, 12);

    List<String> heard = new ArrayList<>(Collections.nCopies(4, "parked 1"));
    heard.addAll(Collections.nCopies(8, "long"));
    heard.addAll(Collections.nCopies(12, "short"));
    assertEquals(heard, Gossip.heardBy(juju.unit("b/0")));
  }
}
