package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;

/** A signal waits for an observer that an upgrade changes. */
class UpgradedObserverTest {

  /** Puts words off; once upgraded, its observer of that name takes other signals. */
  private static final class Reader extends Charm {

    Reader(CharmContext context, boolean upgraded) {
      super(context);
      Speech listen = signals(new Speech(), "listen");
      if (upgraded) {
        observe(listen.other, "fetch", event -> note("other " + event.signal().text()));
      } else {
        observe(listen.word, "fetch", SignalEvent::defer);
      }
      observeParked(listen, parked -> note("parked " + parked.sequence()));
    }

    private void note(String line) {
      state().put("heard", state().get("heard").orElse("") + line + "\n");
    }
  }

  private static CharmUnderTest reader(boolean upgraded) {
    return CharmUnderTest.inProcess(context -> new Reader(context, upgraded), Gossip.METADATA);
  }

  @SimulatedJujuTest(seeds = 3)
  void isNotGivenASignalOfAnotherSource(SimulatedJuju juju) {
    juju.deploy("a", Gossip.charm(new Gossip.Diary()));
    juju.deploy("b", reader(false));
    juju.integrate("a:talk", "b:listen");
    juju.settle();
    Gossip.say(juju, "1 word:one");
    juju.application("b").refresh(reader(true));
    Gossip.say(juju, "2 other:two");

    assertEquals("parked 1\nother two\n", juju.unit("b/0").state().get("heard"));
  }
}
