package dev.charmsignals.upgrading;

import static dev.charmsignals.upgrading.Counter.heardBy;
import static dev.charmsignals.upgrading.Counter.saidBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedApplication;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Nothing is lost and nothing comes twice when charms are upgraded in the middle of traffic. */
class UpgradeTest {

  private static final CharmUnderTest FIRST = Counter.charm(First::new);
  private static final CharmUnderTest SECOND = Counter.charm(Second::new);

  private SimulatedRelation deploy(SimulatedJuju juju, CharmUnderTest charm) {
    juju.deploy("a", charm);
    juju.deploy("b", charm);
    SimulatedRelation relation = juju.integrate("a:talk", "b:listen");
    juju.settle();
    return relation;
  }

  private static void count(SimulatedJuju juju, int count) {
    juju.application("a").config("count", count);
  }

  /**
   * Everything that was said has been heard or parked, in its order: a number is always heard, and
   * other words where the revision that hears them knows them.
   */
  private static void assertNothingIsLostOrRepeated(SimulatedJuju juju) {
    for (SimulatedUnit observer : juju.application("b").units()) {
      List<String> said = saidBy(juju.unit("a/0"));
      List<String> heard = new ArrayList<>(heardBy(observer));
      int parked = 0;
      for (int i = 0; i < Math.min(said.size(), heard.size()); i++) {
        if (!isNumber(said.get(i)) && heard.get(i).equals("parked " + (parked + 1))) {
          parked++;
          heard.set(i, said.get(i));
        }
      }
      assertEquals(said, heard, observer.name());
      assertEquals(
          Integer.parseInt(counted(juju)), said.stream().filter(UpgradeTest::isNumber).count());
    }
  }

  private static boolean isNumber(String said) {
    return Character.isDigit(said.charAt(0));
  }

  /** What may happen at any moment, each as often as the others. */
  private static List<Consumer<SimulatedUnit>> happenings(Random random, SimulatedJuju juju) {
    return List.of(
        unit -> juju.application("a").config("count", (Integer.parseInt(counted(juju)) + 1)),
        unit -> unit.runNextHook(),
        unit -> unit.runNextHook(),
        unit -> unit.runNextHook(),
        unit -> unit.settle(),
        unit -> refresh(application(juju, unit), random),
        unit -> unit.crashAfterCommit(""),
        unit -> unit.crashBeforeCommit("upgrade-charm"),
        unit -> unit.failNextHook(),
        unit -> unit.terminateNext("upgrade-charm"),
        unit -> unit.beforeCommit("", () -> refresh(application(juju, unit), random)));
  }

  private static String counted(SimulatedJuju juju) {
    return juju.application("a").config().getOrDefault("count", 0).toString();
  }

  private static SimulatedApplication application(SimulatedJuju juju, SimulatedUnit unit) {
    return juju.application(unit.facts().application());
  }

  private static void refresh(SimulatedApplication application, Random random) {
    CharmUnderTest next = random.nextBoolean() ? FIRST : SECOND;
    if (random.nextInt(4) == 0) {
      application.refreshByForce(next);
    } else {
      application.refresh(next);
    }
  }

  private static void play(SimulatedJuju juju, int happenings) {
    Random random = new Random(juju.seed());
    List<Consumer<SimulatedUnit>> all = happenings(random, juju);
    List<SimulatedUnit> units = new ArrayList<>(juju.application("a").units());
    units.addAll(juju.application("b").units());
    for (int i = 0; i < happenings; i++) {
      all.get(random.nextInt(all.size())).accept(units.get(random.nextInt(units.size())));
    }
    units.forEach(SimulatedUnit::callOffFaults);
    juju.settle();
    count(juju, Integer.parseInt(counted(juju)) + 2);
    juju.settle();
  }

  @SimulatedJujuTest(seeds = 12)
  void losesAndRepeatsNothingWhicheverSideIsUpgradedWhenever(SimulatedJuju juju) {
    deploy(juju, FIRST);
    juju.application("b").addUnit();
    juju.settle();

    play(juju, 60);

    assertNothingIsLostOrRepeated(juju);
  }

  @SimulatedJujuTest(seeds = 6, flavour = JujuFlavour.JUJU_3_6)
  void losesAndRepeatsNothingWherePodsAreReplaced(SimulatedJuju juju) {
    juju.deployOnKubernetes("a", FIRST);
    juju.deployOnKubernetes("b", FIRST).addUnit();
    juju.integrate("a:talk", "b:listen");
    juju.settle();

    play(juju, 60);

    assertNothingIsLostOrRepeated(juju);
  }

  @SimulatedJujuTest(seeds = 3)
  void goesOnInTheSameStream(SimulatedJuju juju) {
    SimulatedRelation relation = deploy(juju, FIRST);
    count(juju, 2);
    juju.settle();
    String before = relation.bag("a/0").getOrDefault("signals", "");

    juju.application("a").refresh(SECOND);
    count(juju, 3);
    juju.settle();

    String after = relation.bag("a/0").getOrDefault("signals", "");
    assertEquals(before.replace("\"head\":3", "\"head\":5"), after);
    assertNothingIsLostOrRepeated(juju);
  }

  @SimulatedJujuTest(seeds = 3)
  void hearsOldSignalsWithoutANewComponentAndNewOnesWithIt(SimulatedJuju juju) {
    deploy(juju, FIRST);
    juju.application("b").refresh(SECOND);
    count(juju, 1);
    juju.settle();
    String before = juju.unit("b/0").state().getOrDefault("last-by", "nobody");

    juju.application("a").refresh(SECOND);
    count(juju, 2);
    juju.settle();

    assertEquals(
        List.of("nobody", "a/0"),
        List.of(before, juju.unit("b/0").state().getOrDefault("last-by", "nobody")));
    assertEquals(List.of("parked 1", "1", "2", "reached 2"), heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void ignoresAComponentThatOnlyTheEmitterKnows(SimulatedJuju juju) {
    deploy(juju, FIRST);

    juju.application("a").refresh(SECOND);
    count(juju, 1);
    juju.settle();

    assertEquals(List.of("1", "parked 1"), heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void parksReportsAndCountsAnUnknownNameUntilItIsKnown(SimulatedJuju juju) {
    deploy(juju, FIRST);
    juju.application("a").refresh(SECOND);
    count(juju, 1);
    juju.settle();
    count(juju, 2);
    juju.settle();

    juju.application("b").refresh(SECOND);
    count(juju, 3);
    juju.settle();

    assertEquals(
        List.of("1", "parked 1", "2", "parked 2", "3", "reached 3"), heardBy(juju.unit("b/0")));
    assertEquals(
        List.of(
            "Signal 2 from a/0 on listen:0 is parked: no signal of this charm is named \"reached\"",
            "Signal 4 from a/0 on listen:0 is parked: no signal of this charm is named \"reached\""),
        juju.unit("b/0").logs().stream()
            .filter(line -> line.level() == LogLevel.WARNING)
            .map(line -> line.text().replaceFirst("^.*Dispatch: ", ""))
            .toList());
  }

  @SimulatedJujuTest(seeds = 3)
  void hearsWhatWasSaidUnderANameThatTheEmitterHasGivenUpSince(SimulatedJuju juju) {
    deploy(juju, FIRST);
    juju.unit("b/0").hold();
    count(juju, 1);
    juju.settle();
    juju.application("a").refresh(SECOND);
    count(juju, 2);
    juju.settle();

    juju.unit("b/0").release();
    juju.settle();

    assertEquals(List.of("begun 1", "1", "2", "parked 1"), heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void hearsWithTheNewRevisionWhatCameWhileTheOldOneWasInError(SimulatedJuju juju) {
    deploy(juju, FIRST);
    juju.automaticallyRetryHooks(false);
    juju.unit("b/0").failNext("update-status").updateStatus();
    juju.settle();
    count(juju, 2);
    juju.settle();

    juju.application("b").refresh(SECOND);
    juju.unit("b/0").resolveWithoutRetry();
    juju.settle();

    assertEquals(List.of("parked 1", "1", "2"), heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void hearsInTheSameHookWithTheRevisionThatWasForcedOnIt(SimulatedJuju juju) {
    deploy(juju, FIRST);
    juju.automaticallyRetryHooks(false);
    juju.unit("b/0").failNext("listen-relation-changed");
    count(juju, 2);
    juju.settle();

    juju.application("b").refreshByForce(SECOND);
    juju.unit("b/0").resolve();

    assertEquals(List.of("parked 1", "1", "2"), heardBy(juju.unit("b/0")));
  }

  /** A revision that wants to know more than the one before has said. */
  private static final class Demanding extends Counter {

    record Counted(int number, int weight) implements Signal {}

    private static final class Counting extends ObjectSignals {
      final SignalSource<Counted> counted = source(Counted.class);
    }

    private final Counting talk = signals(new Counting(), "talk");
    private final Counting listen = signals(new Counting(), "listen");

    Demanding(CharmContext context) {
      super(context);
      observe(listen.counted, event -> heard("" + event.signal().number()));
      observeParked(listen, this::parked);
    }

    @Override
    void begin(int target) {}

    @Override
    void emit(int number) {
      talk.counted.emit(new Counted(number, 1));
    }

    @Override
    void end(int reached) {}
  }

  @SimulatedJujuTest(seeds = 3)
  void parksASignalThatLacksANewPrimitive(SimulatedJuju juju) {
    deploy(juju, FIRST);
    juju.application("b").refresh(Counter.charm(Demanding::new));
    count(juju, 1);
    juju.settle();
    juju.application("a").refresh(Counter.charm(Demanding::new));
    count(juju, 2);
    juju.settle();

    assertEquals(List.of("parked 1", "parked 2", "2"), heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void givesANewcomerTheNewestOfEachNameAlsoOfThoseGivenUp(SimulatedJuju juju) {
    deploy(juju, FIRST);
    count(juju, 2);
    juju.settle();
    juju.application("a").refresh(SECOND);
    count(juju, 3);
    juju.settle();

    juju.application("b").addUnit();
    juju.settle();

    assertEquals(List.of("begun 2", "3", "parked 1"), heardBy(juju.unit("b/1")));
  }
}
