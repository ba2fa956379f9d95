package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.examples.tally.TallyCharm;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rounds check, fed with what went well and with what did not. */
class TalliesTest {

  private static final Tallies TALLIES = new Tallies("emitter/0", 4);

  private final SimulatedJuju juju = SimulatedJuju.seeded(7);
  private List<HookRecord> hooks = List.of();

  @BeforeEach
  void countToFour() {
    CharmUnderTest tally =
        CharmUnderTest.inProcess(TallyCharm::new, BothCharms.EXAMPLES.resolve("tally"));
    juju.deploy("emitter", tally);
    juju.deploy("observer", tally);
    SimulatedRelation relation = juju.integrate("emitter:emitted", "observer:heard");
    juju.settle();
    juju.application("emitter").config("count", 2);
    juju.settle();
    juju.application("emitter").config("count", 4);
    juju.settle();
    hooks = juju.hooks();
    assertEquals(
        List.of(),
        TALLIES.complaintsAboutEmitter(juju.unit("emitter/0").state(), relation.bag("emitter/0")));
  }

  @AfterEach
  void close() {
    juju.close();
  }

  private static List<String> heard(String numbers) {
    return TALLIES.complaintsAboutObserver("observer/0", Map.of("heard-emitter/0", numbers), 1);
  }

  @Test
  void acceptsWhatReallyHappened() {
    assertEquals(List.of(), TALLIES.complaintsAboutEntries(hooks));
    assertEquals(
        List.of(),
        TALLIES.complaintsAboutObserver("observer/0", juju.unit("observer/0").state(), 1));
  }

  @Test
  void noticesWhatIsLost() {
    assertEquals(
        List.of("heard of emitter/0 by observer/0: [1, 2, 4] instead of 1 to 4"), heard("1 2 4"));
    assertEquals(List.of("heard of emitter/0 by observer/0: [] instead of 1 to 4"), heard(""));
  }

  @Test
  void noticesWhatComesTwiceOrOutOfOrder() {
    assertEquals(
        List.of("heard of emitter/0 by observer/0: [1, 2, 2, 3, 4] instead of 1 to 4"),
        heard("1 2 2 3 4"));
    assertEquals(
        List.of("heard of emitter/0 by observer/0: [1, 3, 2, 4] instead of 1 to 4"),
        heard("1 3 2 4"));
  }

  @Test
  void expectsALateObserverToBeginWithTheNewest() {
    assertEquals(
        List.of(),
        TALLIES.complaintsAboutObserver("observer/1", Map.of("heard-emitter/0", "3 4"), 3));
    assertEquals(
        List.of("heard of emitter/0 by observer/1: [2, 3, 4] instead of 3 to 4"),
        TALLIES.complaintsAboutObserver("observer/1", Map.of("heard-emitter/0", "2 3 4"), 3));
  }

  @Test
  void noticesAnEmitterThatForgot() {
    assertEquals(
        List.of(
            "emitter/0 counted to 3 instead of 4",
            "the header of emitter/0 ends at 0 instead of 4"),
        TALLIES.complaintsAboutEmitter(Map.of("emitted", "3"), Map.of()));
  }

  @Test
  void noticesAnEntryThatWasNeverWritten() {
    List<HookRecord> incomplete = new ArrayList<>(hooks);
    incomplete.removeIf(
        hook -> hook.changes().stream().anyMatch(change -> change.key().equals("signal-2")));

    assertEquals(
        List.of("carried in the databag of emitter/0: [3, 4] instead of 1 to 4"),
        TALLIES.complaintsAboutEntries(incomplete));
  }
}
