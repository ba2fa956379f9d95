package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.log.WhenFull;
import dev.charmsignals.log.Window;
import dev.charmsignals.signal.Emission;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is emitted in the hooks in which a unit leaves a relation. */
class LeavingTest {

  private final List<Emission> emissions = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private boolean partingWords;
  private boolean deferring;
  private boolean directly;

  /** Says something when somebody departs, and answers what is shouted. */
  private final class Parting extends Charm {

    private final Speech talk = signals(new Speech(), "talk");
    private final Speech listen = signals(new Speech(), "listen");

    Parting(CharmContext context) {
      super(context);
      observe(on().relation("talk").departed(), event -> part());
      observe(on().configChanged(), event -> greet());
      observe(listen.word, this::hear);
      observe(listen.shout, this::answer);
    }

    private void part() {
      if (partingWords) {
        emissions.add(talk.word.emit(new Word("goodbye")));
      }
    }

    private void greet() {
      if (!config().string("say").orElse("").isEmpty()) {
        talk.shout.emit(new Shout("hello"));
      }
    }

    private void hear(SignalEvent<Word> event) {
      String before = state().get("heard").orElse("");
      state().put("heard", before + event.signal().text() + "\n");
    }

    private void answer(SignalEvent<Shout> event) {
      if (deferring) {
        event.defer();
      } else if (directly) {
        emissions.add(listen.word.emitTo(event.relation(), new Word("answer")));
        seen.add(event.relation().units() + " of " + event.relation().application());
      } else {
        emissions.add(listen.word.emit(new Word("answer")));
      }
    }
  }

  /** Says two long things that are retained when somebody departs. */
  private static final class Verbose extends Charm {

    static final Window WINDOW = Window.DEFAULT.bytes(10_000, 4_000).whenFull(WhenFull.REJECT);

    private final Speech talk = signals(new Speech(WINDOW), "talk");

    Verbose(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> greet());
      observe(on().relation("talk").departed(), event -> part());
    }

    private void greet() {
      if (!config().string("say").orElse("").isEmpty()) {
        talk.shout.emit(new Shout("x".repeat(2_100)));
      }
    }

    private void part() {
      talk.word.emit(new Word("y".repeat(3_850)));
      talk.other.emit(new Word("z".repeat(3_850)));
    }
  }

  /** Both are more than there is room for, and its reader has no reason to say that it has read. */
  @SimulatedJujuTest(seeds = 3)
  void catchesUpWithAReaderThatHasNothingToAcknowledgeYet(SimulatedJuju juju) {
    Gossip.Diary diary = new Gossip.Diary();
    diary.window = Verbose.WINDOW;
    juju.deploy("a", CharmUnderTest.inProcess(Verbose::new, Gossip.METADATA));
    juju.deploy("b", Gossip.charm(diary));
    SimulatedRelation relation = juju.integrate("a:talk", "b:listen");
    juju.settle();
    Gossip.say(juju, "now");
    relation.suspend();
    juju.unit("a/0").runUntil("talk-relation-departed");
    relation.resume();
    juju.settle();
    for (int i = 0; i < 3; i++) {
      juju.unit("a/0").updateStatus();
      juju.unit("b/0").updateStatus();
      juju.settle();
    }

    assertEquals(
        List.of("x", "y", "other z"),
        Gossip.heardBy(juju.unit("b/0")).stream()
            .map(line -> line.replaceAll("a/0 |(?<=([xyz]))\\1+|!", ""))
            .toList());
  }

  private SimulatedRelation related(SimulatedJuju juju) {
    CharmUnderTest charm = CharmUnderTest.inProcess(Parting::new, Gossip.METADATA);
    juju.deploy("a", charm);
    juju.deploy("b", charm);
    SimulatedRelation relation = juju.integrate("a:talk", "b:listen");
    juju.settle();
    return relation;
  }

  @SimulatedJujuTest(seeds = 3)
  void sendsOnResumptionWhatWasRetainedWhileTheRelationWasBeingLeft(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    partingWords = true;
    relation.suspend();
    juju.settle();
    partingWords = false;
    relation.resume();
    juju.settle();

    assertEquals(List.of(new Emission.Held()), emissions);
    assertEquals(List.of("goodbye"), Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void sendsWhatWasRetainedWhenARelationIsResumedBeforeItIsLeft(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    partingWords = true;
    relation.suspend();
    juju.unit("a/0").runUntil("talk-relation-departed");
    partingWords = false;
    relation.resume();
    juju.settle();
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(List.of(new Emission.Held()), emissions);
    assertEquals(List.of("goodbye"), Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void promisesNothingToARelationInItsBrokenHook(SimulatedJuju juju) {
    related(juju);
    juju.application("b").addUnit();
    juju.settle();
    deferring = true;
    juju.application("a").config("say", "1");
    juju.settle();
    juju.unit("b/1").remove().runUntil("listen-relation-departed");
    deferring = false;
    juju.unit("b/1").run("listen-relation-broken");

    assertEquals(List.of(new Emission.Held()), emissions);
  }

  /** Its last words are read in the departed hook, when Juju lists the relation no more. */
  @SimulatedJujuTest(seeds = 3)
  void dropsADirectAnswerToAUnitThatHasLeft(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    directly = true;
    juju.unit("b/0").hold();
    juju.application("a").config("say", "1");
    juju.unit("a/0").run("config-changed");
    relation.remove();
    juju.unit("b/0").release();
    juju.settle();

    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(List.of(new Emission.Dropped()), emissions);
  }

  @SimulatedJujuTest(seeds = 3)
  void offersADeferredSignalWhoseRelationIsGone(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    deferring = true;
    juju.application("a").config("say", "1");
    juju.settle();
    relation.remove();
    juju.settle();
    deferring = false;
    directly = true;
    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(List.of(new Emission.Dropped()), emissions);
    assertEquals(List.of("[] of a"), seen);
  }

  @SimulatedJujuTest(seeds = 3)
  void writesNothingToAStreamThatJujuKeptThroughASuspension(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    relation.suspend();
    juju.unit("b/0").runUntil("listen-relation-departed");
    juju.application("b").config("say", "1"); // b/0 looks around, and finds no relation
    juju.unit("b/0").run("config-changed");
    relation.resume();
    deferring = true; // an answer would be a reason to write
    juju.application("a").config("say", "1");
    juju.unit("a/0").run("config-changed");

    List<String> written =
        juju.unit("b/0").settle().stream()
            .flatMap(hook -> hook.changes().stream())
            .map(Change::where)
            .filter(where -> where.startsWith("listen:"))
            .toList();
    assertEquals(List.of(), written);
  }

  @SimulatedJujuTest(seeds = 3)
  void forgetsARelationWhoseBrokenHookWasSkippedAndThatIsGone(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    relation.remove();
    skipBroken(juju);

    assertEquals(List.of(), keysOf(juju.unit("a/0"), relation));
  }

  @SimulatedJujuTest(seeds = 3)
  void beginsAnewWithWhatIsRetainedWhenItsLastHookWasSkipped(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    partingWords = true;
    relation.suspend();
    skipBroken(juju);
    relation.resume();
    juju.settle();

    assertEquals(List.of("goodbye"), Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void hearsTheLastWordsOfAUnitWhoseDepartureWasSkipped(SimulatedJuju juju) {
    SimulatedUnit unit = failingToLetGo(juju);
    assertEquals(List.of("b/0 listen-relation-departed a/0"), Gossip.failed(juju));
    unit.resolveWithoutRetry();
    juju.settle();

    assertEquals(List.of("a/0 last!"), Gossip.heardBy(unit));
  }

  /** It looks around, and Juju does not list the relation any more. */
  @SimulatedJujuTest(seeds = 3)
  void hearsTheLastWordsInAHookThatComesBeforeTheBrokenOne(SimulatedJuju juju) {
    SimulatedUnit unit = failingToLetGo(juju);
    juju.application("b").config("say", "1");
    int before = unit.hooks().size();
    unit.resolveWithoutRetry();
    juju.settle();

    assertEquals(
        List.of("listen-relation-departed", "config-changed", "listen-relation-broken"),
        unit.hooks().stream().skip(before).map(hook -> hook.hook().name()).toList());
    assertEquals(List.of("a/0 last!"), Gossip.heardBy(unit));
  }

  @SimulatedJujuTest(seeds = 3)
  void saysWhatItCannotHearWhenBothHooksInWhichAUnitLeftWereSkipped(SimulatedJuju juju) {
    SimulatedUnit unit = failingToLetGo(juju);
    unit.failNext("listen-relation-broken").resolveWithoutRetry();
    unit.settle();
    unit.resolveWithoutRetry();
    unit.updateStatus().settle();

    assertEquals(List.of(), Gossip.heardBy(unit));
    assertEquals(
        List.of("Inbox: What a/0 on listen:2 said last cannot be read: its hooks were skipped"),
        warnings(juju));
  }

  /** Nobody told its reader that it was gone before another unit had its name. */
  @SimulatedJujuTest(seeds = 3)
  void saysWhatItCannotHearOfAUnitWhoseNameAnotherOneHas(SimulatedJuju juju) {
    Gossip.Diary diary = new Gossip.Diary();
    juju.deployOnKubernetes("a", Gossip.charm(diary));
    juju.deploy("b", Gossip.charm(diary));
    juju.integrate("a:talk", "b:listen");
    juju.settle();
    Gossip.say(juju, "1 word:one");
    juju.unit("b/0").hold();
    Gossip.say(juju, "2 word:two");
    juju.unit("a/0").remove();
    Gossip.say(juju, "3");
    juju.application("a").addUnit();
    juju.settle();
    juju.unit("b/0").release();
    juju.settle();

    assertEquals(List.of("a/0 one"), Gossip.heardBy(juju.unit("b/0")));
    assertEquals(
        List.of(
            "listen:2: Inbox: Unit a/0 on listen:2 has another stream, which does not say how the one"
                + " before it ended; what it may have said last there cannot be read"),
        warnings(juju));
  }

  /** The same of a bag of its former stream, which somebody restores. */
  @SimulatedJujuTest(seeds = 3)
  void saysNothingLikeItOfAStreamThatNamesTheOneBefore(SimulatedJuju juju) {
    SimulatedRelation relation = Gossip.talkerAndListener(juju, new Gossip.Diary());
    Gossip.say(juju, "1 word:one");
    Map<String, String> former = Map.copyOf(relation.bag("a/0"));
    Gossip.say(juju, "2 word:two");
    for (int i = 0; i < 2; i++) {
      relation.restore("a/0", former);
      juju.settle();
      juju.unit("a/0").updateStatus();
      juju.settle();
    }

    assertEquals(
        List.of(),
        warnings(juju).stream().filter(warning -> warning.contains("another stream")).toList());
  }

  @SimulatedJujuTest(seeds = 3)
  void parksWhatIsStillPutOffWhenItsUnitIsRemoved(SimulatedJuju juju) {
    Gossip.Diary diary = new Gossip.Diary();
    diary.deferring.add("one");
    Gossip.talkerAndListener(juju, diary);
    Gossip.say(juju, "1 word:one");
    juju.unit("b/0").remove();
    juju.settle();

    assertEquals(
        List.of(
            "Dispatch: Signal 1 from a/0 on listen:2 is parked: it still waited for \"word#0\" when"
                + " its unit was removed"),
        warnings(juju));
    assertEquals(List.of(), Gossip.failed(juju));
  }

  /** Readers compare contents, and would not notice what was there before. */
  @SimulatedJujuTest(seeds = 3)
  void takesBackNothingOfWhatItHasReadWhenUnitsLeaveAndComeBack(SimulatedJuju juju) {
    Gossip.Diary diary = new Gossip.Diary();
    diary.window = Window.DEFAULT.entries(4);
    SimulatedRelation relation = Gossip.talkerAndListener(juju, diary);
    juju.application("b").addUnit();
    juju.settle();
    juju.application("b").config("say", "1 back:x back:y back:z");
    juju.settle();
    String read = relation.bag("a/0").get("signals-ack");
    relation.suspend();
    juju.unit("a/0").runUntil("talk-relation-departed");
    juju.unit("a/0").runUntil("talk-relation-departed");
    relation.resume();
    List<String> written =
        juju.unit("a/0").settle().stream()
            .flatMap(hook -> hook.changes().stream())
            .map(Change::where)
            .filter(where -> where.startsWith("talk:"))
            .toList();

    assertEquals(List.of(), written);
    assertEquals(read, relation.bag("a/0").get("signals-ack"));
  }

  @SimulatedJujuTest(seeds = 3)
  void sendsNothingOlderThanWhatWasForARelationAloneWhenItsLastHookWasSkipped(SimulatedJuju juju) {
    beginsAnewAfterAWordForOne(juju, "1 word:all other:all");
    Gossip.say(juju, "3 word:newer");

    assertEquals(
        List.of("a/0 all", "a/0 other all", "a/0 one", "a/0 other all", "a/0 newer"),
        Gossip.heardBy(juju.unit("b/0")));
    assertEquals(
        List.of(
            "talk:2: OwnStream: The newest signal \"word\" on talk:2 was emitted to it alone, and its"
                + " bag is lost: units that come later will not hear of it until it is emitted"
                + " again"),
        warnings(juju));
  }

  /** Its last hook was skipped, so that it cannot go on with its stream; then its bag is lost. */
  @SimulatedJujuTest(seeds = 3)
  void sendsNothingOlderThanWhatWasForARelationAloneHoweverOftenItBeginsAnew(SimulatedJuju juju) {
    SimulatedRelation relation = beginsAnewAfterAWordForOne(juju, "1 word:all");
    Map<String, String> anew = Map.copyOf(relation.bag("a/0"));
    Gossip.say(juju, "3 shout:three");
    relation.restore("a/0", anew);
    Gossip.say(juju, "4 shout:four");

    assertEquals(
        List.of("a/0 all", "a/0 one", "a/0 three!", "a/0 four!"), Gossip.heardBy(juju.unit("b/0")));
  }

  /** Juju has thrown the bag away, and the unit knows nothing of it. */
  @SimulatedJujuTest(seeds = 3)
  void showsItselfAgainWhenTheHookInWhichItShouldHaveLeftWasSkipped(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    juju.automaticallyRetryHooks(false);
    relation.suspend();
    SimulatedUnit unit = juju.unit("a/0");
    unit.failNext("talk-relation-broken").settle();
    relation.resume();
    unit.resolveWithoutRetry();
    juju.settle();

    assertEquals(true, relation.bag("a/0").containsKey("signals"));
  }

  /** Its newest signals were more than the window holds, and the hook failed again and again. */
  @SimulatedJujuTest(seeds = 3)
  void showsTheNewestOfWhatIsRetainedWhenAnUpgradeMadeTheWindowTooSmall(SimulatedJuju juju) {
    Gossip.Diary diary = new Gossip.Diary();
    juju.deploy("a", Gossip.charm(diary));
    juju.settle();
    juju.application("a").config("say", "1 word:one other:two fragile:three");
    juju.settle();
    diary.window = Window.DEFAULT.entries(2);
    juju.application("a").refresh(Gossip.charm(diary));
    juju.deploy("b", Gossip.charm(diary));
    juju.integrate("a:talk", "b:listen");
    juju.settle();

    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(List.of("a/0 other two", "a/0 fragile three"), Gossip.heardBy(juju.unit("b/0")));
    assertEquals(
        List.of(
            "talk:2: OwnStream: The newest signal \"word\" cannot be seen on talk:2: with newer ones"
                + " it does not fit into the window of 2 entries and 131072 bytes; make it larger,"
                + " or some sources transientOnly()"),
        warnings(juju));
  }

  @SimulatedJujuTest(seeds = 3)
  void showsASmallRetainedSignalThoughANewerOneIsTooLarge(SimulatedJuju juju) {
    Gossip.Diary diary = new Gossip.Diary();
    juju.deploy("a", Gossip.charm(diary));
    juju.settle();
    juju.application("a").config("say", "1 word:one other:" + "x".repeat(3_000));
    juju.settle();
    diary.window = Window.DEFAULT.bytes(2_000, 1_000);
    juju.application("a").refresh(Gossip.charm(diary));
    juju.deploy("b", Gossip.charm(diary));
    juju.integrate("a:talk", "b:listen");
    juju.settle();

    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(List.of("a/0 one"), Gossip.heardBy(juju.unit("b/0")));
  }

  /** a/0 talks to all, then to one relation, whose bag is lost because its last hook is skipped. */
  private static SimulatedRelation beginsAnewAfterAWordForOne(SimulatedJuju juju, String toAll) {
    SimulatedRelation relation = Gossip.talkerAndListener(juju, new Gossip.Diary());
    Gossip.say(juju, toAll);
    Gossip.say(juju, "2 only:one");
    relation.suspend();
    skipBroken(juju);
    relation.resume();
    juju.settle();
    return relation;
  }

  /** A unit whose hook fails in which it would hear the last words of another one. */
  private static SimulatedUnit failingToLetGo(SimulatedJuju juju) {
    SimulatedRelation relation = Gossip.talkerAndListener(juju, new Gossip.Diary());
    juju.automaticallyRetryHooks(false);
    SimulatedUnit unit = juju.unit("b/0").hold();
    Gossip.say(juju, "1 shout:last");
    relation.remove();
    unit.failNextHook().release();
    juju.settle();
    return unit;
  }

  private static List<String> warnings(SimulatedJuju juju) {
    return juju.hooks().stream()
        .flatMap(hook -> hook.logs().stream())
        .filter(log -> log.level().name().equals("WARNING"))
        .map(LogRecord::text)
        .toList();
  }

  private static void skipBroken(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    SimulatedUnit unit = juju.unit("a/0");
    unit.failNext("talk-relation-broken").settle();
    unit.resolveWithoutRetry();
    List<HookRecord> looked = unit.updateStatus().settle();

    assertEquals(List.of(HookOutcome.COMMITTED), looked.stream().map(HookRecord::outcome).toList());
  }

  private static List<String> keysOf(SimulatedUnit unit, SimulatedRelation relation) {
    String key = "charm-signals/talk/" + relation.number();
    return unit.state().keySet().stream().filter(key::equals).toList();
  }
}
