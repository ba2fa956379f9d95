package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.legacy.LegacyEndpoint;
import dev.charmsignals.legacy.LegacySignal;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ActionStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A charm of this toolkit and one with the Python library, one application of each. */
class LegacyEndpointTest {

  private static final String METADATA =
      """
      name: modern
      provides:
        old: {interface: signals}
        back: {interface: signals}
      actions:
        say:
          params:
            name: {type: string}
            texts: {type: array}
      """;

  private record Said(String name, List<String> texts) {}

  /** What is wanted of the charm, and what its handlers did outside Juju. */
  private static final class Wishes {
    final List<String> told = new ArrayList<>();
    final Set<String> deferring = new HashSet<>();
    Consumer<LegacyEndpoint> beginning = old -> {};
  }

  private static final class Modern extends Charm {

    private final Wishes wishes;
    private final LegacyEndpoint old = new LegacyEndpoint(context(), "old");

    Modern(CharmContext context, Wishes wishes) {
      super(context);
      this.wishes = wishes;
      wishes.beginning.accept(old);
      observe(old.on().received(), "hear", this::hear);
      observe(on().action("say"), event -> event.results(Map.of("over", say(event))));
    }

    private int say(ActionEvent event) {
      Said said = event.parameters(Said.class);
      int relations = 0;
      for (String text : said.texts()) {
        relations = old.emit(said.name(), text);
      }
      return relations;
    }

    private void hear(LegacySignal signal) {
      String emitter = signal.emitter().map(Object::toString).orElse("leader");
      String line = emitter + " " + signal.name() + " " + signal.text();
      wishes.told.add(line);
      if (wishes.deferring.contains(signal.text())) {
        signal.defer();
        return;
      }
      state().put("heard", state().get("heard").orElse("") + line + "\n");
    }
  }

  private final Wishes wishes = new Wishes();

  private SimulatedRelation relate(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(context -> new Modern(context, wishes), METADATA));
    juju.deploy("b", OldCharm.charm());
    SimulatedRelation relation = juju.integrate("a:old", "b:signals");
    juju.settle();
    return relation;
  }

  private static ActionResult say(SimulatedUnit unit, String name, String... texts) {
    return unit.runAction("say", Map.of("name", name, "texts", List.of(texts)));
  }

  @SimulatedJujuTest
  void isHeardByTheOldCharmEachTimeAlsoWithTheSameText(SimulatedJuju juju) {
    relate(juju);
    for (int i = 0; i < 10; i++) {
      say(juju.unit("a/0"), "restart", "now");
      juju.settle();
    }
    say(juju.unit("a/0"), "stop", "later");
    juju.settle();

    List<String> expected = new ArrayList<>(Collections.nCopies(10, "restart now"));
    expected.add("stop later");
    assertEquals(expected, OldCharm.heardBy(juju.unit("b/0")));
  }

  /** The library itself would come back to the text that the other side has seen. */
  @SimulatedJujuTest
  void wakesTheOldCharmThoughItEmittedTheSameTwiceMeanwhile(SimulatedJuju juju) {
    relate(juju);
    say(juju.unit("a/0"), "restart", "now");
    juju.settle();
    juju.unit("b/0").hold();
    for (int i = 0; i < 6; i++) {
      say(juju.unit("a/0"), "restart", "now");
    }
    juju.unit("b/0").release();
    juju.settle();

    assertEquals(List.of("restart now", "restart now"), OldCharm.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest
  void warnsThatOnlyTheLastOfOneNameInAHookIsCarried(SimulatedJuju juju) {
    relate(juju);
    say(juju.unit("a/0"), "restart", "one", "two");
    juju.settle();

    assertEquals(List.of("restart two"), OldCharm.heardBy(juju.unit("b/0")));
    assertEquals(
        1,
        juju.logs().stream()
            .filter(
                line ->
                    line.text()
                        .endsWith(
                            "Signal restart is emitted again in one hook to old:0; the format of"
                                + " charms.signals carries only the last"))
            .count(),
        juju.logs()::toString);
  }

  @SimulatedJujuTest
  void hearsEachUnitOfTheOldCharmOnceThoughTheyUseOneName(SimulatedJuju juju) {
    relate(juju);
    juju.application("b").scale(3);
    juju.settle();
    String leader = juju.application("b").leader().orElseThrow().name();
    List<String> expected = new ArrayList<>();
    for (SimulatedUnit unit : juju.application("b").units()) {
      OldCharm.say(unit, "ping", unit.name());
      juju.settle();
      OldCharm.say(unit, "ping", unit.name());
      juju.settle();
      String emitter = unit.name().equals(leader) ? "leader" : unit.name();
      expected.add(emitter + " ping " + unit.name());
      expected.add(emitter + " ping " + unit.name());
    }
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(expected, OldCharm.heardBy(juju.unit("a/0")));
  }

  @SimulatedJujuTest
  void hearsASignalWhoseHookJujuDroppedInTheNextThatLooksAround(SimulatedJuju juju) {
    relate(juju);
    OldCharm.say(juju.unit("b/0"), "ping", "lost");
    juju.unit("a/0").loseWakeUps();
    juju.settle();
    List<String> before = OldCharm.heardBy(juju.unit("a/0"));
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of(List.of(), List.of("leader ping lost")),
        List.of(before, OldCharm.heardBy(juju.unit("a/0"))));
  }

  @SimulatedJujuTest
  void hearsAgainInTheHookThatIsRunAgainAndKeepsItOnce(SimulatedJuju juju) {
    relate(juju);
    OldCharm.say(juju.unit("b/0"), "ping", "one");
    juju.unit("a/0").crashBeforeCommit("old-relation-changed");
    juju.settle();

    assertEquals(List.of("leader ping one", "leader ping one"), wishes.told);
    assertEquals(List.of("leader ping one"), OldCharm.heardBy(juju.unit("a/0")));
  }

  private List<String> toldToALateUnit(SimulatedJuju juju) {
    relate(juju);
    OldCharm.say(juju.unit("b/0"), "ping", "old");
    juju.settle();
    SimulatedUnit late = juju.application("a").addUnit();
    juju.settle();
    OldCharm.say(juju.unit("b/0"), "ping", "new");
    juju.settle();
    return OldCharm.heardBy(late);
  }

  @SimulatedJujuTest
  void leavesOutWhatWasThereBeforeTheUnitJoined(SimulatedJuju juju) {
    assertEquals(List.of("leader ping new"), toldToALateUnit(juju));
  }

  @SimulatedJujuTest
  void tellsWhatWasThereWhereTheAuthorWantsIt(SimulatedJuju juju) {
    wishes.beginning = LegacyEndpoint::tellingWhatIsThere;

    assertEquals(List.of("leader ping old", "leader ping new"), toldToALateUnit(juju));
  }

  /** Or the two texts of one name would be news to the old charm in every hook. */
  @SimulatedJujuTest
  void isHeardOnceFromAUnitThatBecameTheLeader(SimulatedJuju juju) {
    relate(juju);
    juju.application("a").addUnit();
    juju.settle();
    String other =
        juju.application("a").leader().orElseThrow().name().equals("a/0") ? "a/1" : "a/0";
    say(juju.unit(other), "restart", "one");
    juju.settle();
    juju.application("a").leader(other);
    juju.settle();
    say(juju.unit(other), "restart", "two");
    juju.settle();
    say(juju.unit(other), "stop", "three");
    juju.settle();

    assertEquals(
        List.of("restart one", "restart two", "stop three"), OldCharm.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest
  void offersADeferredSignalAgainAfterItsRelationIsGone(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju);
    wishes.deferring.add("one");
    OldCharm.say(juju.unit("b/0"), "ping", "one");
    juju.settle();
    relation.remove();
    juju.settle();
    wishes.deferring.clear();
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(
        Map.of(
            "charm-signals/.deferred", "{\"next\":2,\"events\":[]}", "heard", "leader ping one\n"),
        juju.unit("a/0").state());
  }

  @SimulatedJujuTest
  void forgetsAUnitThatLeftAndARelationThatWentWithoutItsLastHook(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju);
    juju.application("b").addUnit();
    juju.settle();
    Set<String> full = Set.copyOf(juju.unit("a/0").state().keySet());
    juju.unit("b/0").remove();
    juju.settle();
    Set<String> half = Set.copyOf(juju.unit("a/0").state().keySet());
    relation.removeByForce();
    juju.settle();
    juju.unit("a/0").updateStatus();
    juju.settle();

    String kept = "charm-signals/.legacy/old/0/";
    assertEquals(
        List.of(Set.of(kept, kept + "b/0", kept + "b/1"), Set.of(kept, kept + "b/1"), Set.of()),
        List.of(full, half, juju.unit("a/0").state().keySet()));
  }

  @SimulatedJujuTest
  void isNotBroughtDownByAnythingThatAnOldCharmWrites(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju);
    Map<String, String> hostile = new TreeMap<>();
    hostile.put("a-long-text", "x".repeat(100_000));
    hostile.put("b".repeat(300), "a long name");
    hostile.put("c-quotes", "\"".repeat(30_000));
    hostile.put("d-nul", "a\u0000b");
    hostile.put("e-pads", "※※※");
    for (int i = 100; i < 200; i++) {
      hostile.put("many-" + i, "x");
    }
    relation.tamper("b", hostile);
    juju.settle();
    OldCharm.say(juju.unit("b/0"), "a-long-text", "short");
    juju.settle();

    List<String> expected = new ArrayList<>(List.of("leader d-nul a\u0000b", "leader e-pads "));
    for (int i = 100; i < 160; i++) {
      expected.add("leader many-" + i + " x");
    }
    expected.add("leader a-long-text short");
    assertEquals(expected, OldCharm.heardBy(juju.unit("a/0")));
    assertEquals(List.of(), Gossip.failed(juju));
    String limits =
        " entries of b on old:0 are not heard as signals: 64 names of a bag are, and texts of up to"
            + " 49152 characters as JSON";
    assertEquals(
        List.of("42" + limits, "40" + limits), warningsOf(juju.unit("a/0"), "LegacyEndpoint"));
  }

  private static List<String> warningsOf(SimulatedUnit unit, String logger) {
    return unit.logs().stream()
        .filter(record -> record.level().name().equals("WARNING"))
        .map(record -> record.text())
        .filter(text -> text.contains(logger + ": "))
        .map(text -> text.substring(text.indexOf(logger) + logger.length() + 2))
        .toList();
  }

  /** As JSON they are six times as long, and are not kept. */
  @SimulatedJujuTest
  void hearsNamesOfControlCharactersOnce(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju);
    Map<String, String> hostile = new TreeMap<>();
    for (int i = 100; i < 164; i++) {
      hostile.put("\u0007".repeat(250) + i, "x");
    }
    relation.tamper("b", hostile);
    juju.settle();
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(64, OldCharm.heardBy(juju.unit("a/0")).size());
    assertEquals(List.of(), Gossip.failed(juju));
    assertTrue(juju.unit("a/0").state().get("charm-signals/.legacy/old/0/").length() < 3_000);
  }

  @SimulatedJujuTest
  void makesNothingOfWhatSomebodyEditedInCharmState(SimulatedJuju juju) {
    relate(juju);
    OldCharm.say(juju.unit("b/0"), "ping", "one");
    juju.settle();
    juju.unit("a/0")
        .exec(
            hook ->
                hook.text(
                    "state-set",
                    "charm-signals/.legacy/old/0/=nonsense",
                    "charm-signals/.legacy/old/0=nonsense"));
    OldCharm.say(juju.unit("b/0"), "ping", "two");
    juju.settle();
    OldCharm.say(juju.unit("b/0"), "ping", "three");
    juju.settle();
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of("leader ping one", "leader ping three"), OldCharm.heardBy(juju.unit("a/0")));
    assertEquals(List.of(), Gossip.failed(juju));
  }

  /** The agent keeps its copy of a unit's bag until that unit's next hook, or its own restart. */
  @SimulatedJujuTest
  void hearsAUnitWhoseHookJujuDroppedWhenTheAgentReadsItsBagAnew(SimulatedJuju juju) {
    relate(juju);
    juju.application("b").scale(2).leader("b/0");
    juju.settle();
    OldCharm.say(juju.unit("b/1"), "ping", "lost");
    juju.unit("a/0").loseWakeUps();
    juju.settle();
    juju.unit("a/0").updateStatus();
    juju.settle();
    List<String> before = OldCharm.heardBy(juju.unit("a/0"));
    juju.unit("a/0").restartAgent().updateStatus();
    juju.settle();

    assertEquals(
        List.of(List.of(), List.of("b/1 ping lost")),
        List.of(before, OldCharm.heardBy(juju.unit("a/0"))));
  }

  private List<String> heardOfALateSpeaker(SimulatedJuju juju) {
    relate(juju);
    juju.application("b").leader("b/0");
    juju.unit("a/0").hold();
    SimulatedUnit late = juju.application("b").addUnit();
    juju.settle();
    OldCharm.say(late, "ping", "early");
    juju.unit("a/0").release();
    juju.settle();
    return OldCharm.heardBy(juju.unit("a/0"));
  }

  @SimulatedJujuTest
  void leavesOutWhatAUnitSaidBeforeThisOneFirstSawIt(SimulatedJuju juju) {
    assertEquals(List.of(), heardOfALateSpeaker(juju));
  }

  @SimulatedJujuTest
  void tellsWhatAUnitSaidBeforeThisOneFirstSawItWhereTheAuthorWantsIt(SimulatedJuju juju) {
    wishes.beginning = LegacyEndpoint::tellingWhatIsThere;

    assertEquals(List.of("b/1 ping early"), heardOfALateSpeaker(juju));
  }

  @SimulatedJujuTest
  void beginsAnewWhenItsRelationIsResumed(SimulatedJuju juju) {
    wishes.beginning = LegacyEndpoint::tellingWhatIsThere;
    SimulatedRelation relation = relate(juju);
    OldCharm.say(juju.unit("b/0"), "ping", "one");
    juju.settle();
    relation.suspend();
    juju.settle();
    relation.resume();
    juju.settle();

    assertEquals(List.of("leader ping one", "leader ping one"), OldCharm.heardBy(juju.unit("a/0")));
  }

  @SimulatedJujuTest
  void keepsEqualSignalsApartWhileTheFirstIsPutOff(SimulatedJuju juju) {
    relate(juju);
    wishes.deferring.add("now");
    OldCharm.say(juju.unit("b/0"), "restart", "now");
    juju.settle();
    OldCharm.say(juju.unit("b/0"), "restart", "now");
    juju.settle();
    wishes.deferring.clear();
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of("leader restart now", "leader restart now"), OldCharm.heardBy(juju.unit("a/0")));
  }

  @SimulatedJujuTest
  void tellsOverHowManyRelationsItEmitted(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju);
    ActionResult related = say(juju.unit("a/0"), "restart", "now");
    relation.remove();
    juju.settle();
    ActionResult alone = say(juju.unit("a/0"), "restart", "now");

    assertEquals(
        List.of("1", "0"), List.of(related.results().get("over"), alone.results().get("over")));
  }

  @SimulatedJujuTest
  void refusesTextsThatTheFormatCannotCarry(SimulatedJuju juju) {
    relate(juju);
    List<ActionStatus> ends = new ArrayList<>();
    for (String text : List.of("", "※a", "a※", "a※b")) {
      ends.add(say(juju.unit("a/0"), "restart", text).status());
    }
    juju.settle();

    ActionStatus failed = ActionStatus.FAILED;
    assertEquals(List.of(failed, failed, failed, ActionStatus.COMPLETED), ends);
    assertEquals(List.of("restart a※b"), OldCharm.heardBy(juju.unit("b/0")));
  }

  private static final String WITH_PEERS = METADATA + "peers: {ours: {interface: signals}}\n";

  private static String firstErrorOf(SimulatedJuju juju, Consumer<Mistaken> mistake) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(
        "a", CharmUnderTest.inProcess(context -> new Mistaken(context, mistake), WITH_PEERS));
    juju.settle();
    return juju.unit("a/0").logs().stream()
        .filter(record -> record.level().name().equals("ERROR"))
        .map(record -> record.text().lines().findFirst().orElse(""))
        .findFirst()
        .orElse("");
  }

  private static final class Mistaken extends Charm {

    Mistaken(CharmContext context, Consumer<Mistaken> mistake) {
      super(context);
      mistake.accept(this);
    }

    void bind() {
      signals(new Speech(), "old");
    }

    void bindAsALibraryDoes() {
      context().signals().bind(new Speech(), "old");
    }

    void speakOld(String endpoint) {
      new LegacyEndpoint(context(), endpoint);
    }
  }

  private static final String TAKEN =
      "The hook failed; nothing of it is committed: dev.charmsignals.bus.SignalBindingException:"
          + " Endpoint \"old\" carries signals of one format already, and its other side would take"
          + " those of another for its own; declare an endpoint for each, such as \"old-old\"";

  @SimulatedJujuTest
  void refusesAnEndpointThatHasSignals(SimulatedJuju juju) {
    assertEquals(
        TAKEN,
        firstErrorOf(
            juju,
            charm -> {
              charm.bind();
              charm.speakOld("old");
            }));
  }

  @SimulatedJujuTest
  void refusesAnEndpointThatHasTheSignalsOfALibrary(SimulatedJuju juju) {
    assertEquals(
        TAKEN,
        firstErrorOf(
            juju,
            charm -> {
              charm.bindAsALibraryDoes();
              charm.speakOld("old");
            }));
  }

  @SimulatedJujuTest
  void keepsSignalsFromItsEndpoint(SimulatedJuju juju) {
    assertEquals(
        TAKEN,
        firstErrorOf(
            juju,
            charm -> {
              charm.speakOld("back");
              charm.speakOld("old");
              charm.bindAsALibraryDoes();
            }));
  }

  @SimulatedJujuTest
  void refusesToBeOnOneEndpointTwice(SimulatedJuju juju) {
    assertEquals(
        TAKEN,
        firstErrorOf(
            juju,
            charm -> {
              charm.speakOld("old");
              charm.speakOld("old");
            }));
  }

  @SimulatedJujuTest
  void refusesPeers(SimulatedJuju juju) {
    assertEquals(
        "The hook failed; nothing of it is committed: dev.charmsignals.legacy.LegacyException:"
            + " Endpoint \"ours\" is one of peers, which are all units of this charm; bind signals"
            + " to it, as in signals(new MySignals(), \"ours\")",
        firstErrorOf(juju, charm -> charm.speakOld("ours")));
  }
}
