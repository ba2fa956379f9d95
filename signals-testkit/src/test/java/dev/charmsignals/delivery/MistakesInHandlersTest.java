package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.DeferException;
import dev.charmsignals.log.WhenFull;
import dev.charmsignals.log.Window;
import dev.charmsignals.log.WindowFullException;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.ArrayList;
import java.util.List;

/** What an author can get wrong in the handlers of signals, and what the exception says. */
class MistakesInHandlersTest {

  private final List<Object> seen = new ArrayList<>();

  /** Puts a signal off when its handler has returned, for as long as it is told to. */
  private final class Hesitant extends Charm {

    private final Speech listen = signals(new Speech(), "listen");

    Hesitant(CharmContext context) {
      super(context);
      observe(listen.word, "fetch", this::hear);
    }

    private void hear(SignalEvent<Word> event) {
      seen.add(event.signal().text());
      if (seen.size() == 1) {
        beforeCommit(event::defer);
      }
    }
  }

  /** It would be gone, although its observer asked for it again. */
  @SimulatedJujuTest
  void failsTheHookThatPutsASignalOffTooLate(SimulatedJuju juju) {
    juju.deploy("a", Gossip.charm(new Gossip.Diary()));
    juju.deploy("b", CharmUnderTest.inProcess(Hesitant::new, Gossip.METADATA));
    juju.integrate("a:talk", "b:listen");
    juju.settle();
    Gossip.say(juju, "1 word:one");

    assertEquals(List.of("one", "one"), seen);
    assertEquals(List.of("b/0 listen-relation-changed a/0"), Gossip.failed(juju));
    assertEquals(
        1,
        juju.unit("b/0").logs().stream()
            .filter(
                line ->
                    line.text()
                        .contains(
                            DeferException.class.getName()
                                + ": word was deferred after its handler had returned; call defer()"
                                + " in the handler"))
            .count());
  }

  private final class Talkative extends Charm {

    private final Speech talk =
        signals(new Speech(new Window(4, 65_536, 16_384, WhenFull.REJECT)), "talk");

    Talkative(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> talk());
    }

    private void talk() {
      try {
        for (String word : config().string("say").orElse("").split(" ")) {
          talk.shout.emit(new Shout(word));
        }
      } catch (WindowFullException e) {
        seen.addAll(
            List.of(e.signal(), e.relation(), e.unreadBy(), String.valueOf(e.getMessage())));
      }
    }
  }

  @SimulatedJujuTest
  void namesTheSignalThatFoundNoRoomAndWhere(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(Talkative::new, Gossip.METADATA));
    juju.deploy("b", Gossip.charm(new Gossip.Diary()));
    int number = juju.integrate("a:talk", "b:listen").number();
    juju.settle();
    Gossip.say(juju, "one");
    juju.unit("b/0").hold();
    Gossip.say(juju, "two three four five six seven");

    assertEquals(
        List.of(
            "shout",
            "talk:" + number,
            1,
            "Signal \"shout\" finds no room on talk:"
                + number
                + ". The window of 4 entries and 65536 bytes is full of signals that 1 receivers"
                + " have not read; emit later, make the window larger, or choose DEADMIT_SLOWEST"),
        seen);
  }
}
