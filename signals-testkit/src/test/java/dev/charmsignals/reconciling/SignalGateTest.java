package dev.charmsignals.reconciling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.reconciler.Reconciler;
import dev.charmsignals.reconciler.SignalGate;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The gate that a signal opens. */
class SignalGateTest {

  private static final WorkloadStatus SHUT =
      new WorkloadStatus("waiting", "[database] Waiting for signal up of channel");
  private static final WorkloadStatus SHUT_AGAIN =
      new WorkloadStatus("waiting", "[database] Shut by a signal of channel; waiting for up");
  private static final WorkloadStatus OPEN = new WorkloadStatus("active", "");

  record Up() implements Signal {}

  record Down() implements Signal {}

  static final class Health extends ObjectSignals {
    final SignalSource<Up> up = source(Up.class).transientOnly();
    final SignalSource<Down> down = source(Down.class).transientOnly();
  }

  /** Holds its work back until the database is up. */
  private static final class Gated extends Charm {
    private final Health health = signals(new Health());

    Gated(CharmContext context, Bench bench) {
      super(context);
      Reconciler reconciler = new Reconciler(context);
      // region gate
      SignalGate gate = new SignalGate("database", context, health.up).shutBy(health.down);
      reconciler.add(gate);
      reconciler.add(bench.part("work")).dependsOn(gate);
      reconciler.installDefaultHandlers();
      // endregion
    }
  }

  /** Emits what it is told to, from every unit. */
  private static final class Database extends Charm {
    private final Health health = signals(new Health());

    Database(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> say(config().string("says").orElse("")));
    }

    private void say(String what) {
      if (what.equals("up")) {
        health.up.emit(new Up());
      } else if (what.startsWith("down") && what.endsWith(unit().name().value())) {
        health.down.emit(new Down());
      }
    }
  }

  private static final CharmUnderTest DATABASE =
      CharmUnderTest.inProcess(
          Database::new,
          """
          name: db
          provides:
            channel: {interface: health}
          config:
            options:
              says: {type: string, default: ""}
          """);

  private static CharmUnderTest gated(Bench bench) {
    return CharmUnderTest.inProcess(
        context -> new Gated(context, bench),
        """
        name: app
        requires:
          channel: {interface: health}
        """);
  }

  private static Bench deploy(SimulatedJuju juju, int databases) {
    Bench bench = Bench.in(juju);
    juju.deploy("app", gated(bench));
    juju.deploy("db", DATABASE).scale(databases);
    return bench;
  }

  private static SimulatedRelation relate(SimulatedJuju juju) {
    SimulatedRelation relation = juju.integrate("app:channel", "db:channel");
    juju.settle();
    return relation;
  }

  private static void say(SimulatedJuju juju, String what) {
    juju.application("db").config("says", what);
    juju.settle();
  }

  @SimulatedJujuTest
  void waitsForTheSignalAndRunsInTheHookThatBringsIt(SimulatedJuju juju) {
    Bench bench = deploy(juju, 1);
    relate(juju);
    assertEquals(SHUT, bench.status());
    assertEquals(List.of(), bench.calls);

    say(juju, "up");
    assertEquals(OPEN, bench.status());
    List<HookRecord> hooks = bench.unit().hooks();
    HookRecord last = hooks.get(hooks.size() - 1);
    assertEquals("channel-relation-changed", last.hook().name());
    assertEquals(List.of("[database] active", "[work] active"), Bench.statuses(last));
  }

  @SimulatedJujuTest
  void staysOpenInLaterHooksThoughTheSignalCameOnce(SimulatedJuju juju) {
    Bench bench = deploy(juju, 1);
    relate(juju);
    say(juju, "up");
    bench.calls.clear();
    bench.updateStatus();

    assertEquals(List.of("work"), bench.calls);
    assertEquals(OPEN, bench.status());
  }

  @SimulatedJujuTest
  void hearsTheSignalAgainWhenTheHookThatBroughtItIsNotCommitted(SimulatedJuju juju) {
    Bench bench = deploy(juju, 1);
    relate(juju);
    bench.unit().crashBeforeCommit("channel-relation-changed");
    say(juju, "up");
    assertFalse(bench.unit().state().containsKey("charm-signals/.gate/database/0/db/0"));

    bench.unit().resolve();
    assertEquals(OPEN, bench.status());
    assertEquals("open", bench.unit().state().get("charm-signals/.gate/database/0/db/0"));
  }

  @SimulatedJujuTest(seeds = 5)
  void isShutWhileAnyUnitSaysSo(SimulatedJuju juju) {
    Bench bench = deploy(juju, 2);
    relate(juju);
    say(juju, "up");
    say(juju, "down db/1");
    assertEquals(SHUT_AGAIN, bench.status());

    say(juju, "up");
    assertEquals(OPEN, bench.status());
  }

  @SimulatedJujuTest(seeds = 5)
  void opensAgainWhenTheUnitThatShutItLeaves(SimulatedJuju juju) {
    Bench bench = deploy(juju, 2);
    relate(juju);
    say(juju, "up");
    say(juju, "down db/1");
    juju.unit("db/1").remove();
    juju.settle();

    assertEquals(OPEN, bench.status());
  }

  /**
   * As opensAgainWhenTheUnitThatShutItLeaves; an operator has skipped the hook that tells of it.
   */
  @SimulatedJujuTest(seeds = 5)
  void opensAgainWhenTheUnitThatShutItHasLeftUnseen(SimulatedJuju juju) {
    Bench bench = deploy(juju, 2);
    relate(juju);
    say(juju, "up");
    say(juju, "down db/1");
    leaveUnseen(juju, bench);
    bench.updateStatus();

    assertEquals(OPEN, bench.status());
    assertEquals(Map.of("charm-signals/.gate/database/0/db/0", "open"), words(bench));
  }

  /** The last word is heard in the first hook that looks for it, when the unit is long gone. */
  @SimulatedJujuTest(seeds = 5)
  void isNotShutByTheLastWordOfAUnitThatHasLeftUnseen(SimulatedJuju juju) {
    Bench bench = deploy(juju, 2);
    relate(juju);
    say(juju, "up");
    bench.unit().hold();
    say(juju, "down db/1");
    leaveUnseen(juju, bench);
    bench.unit().release();
    juju.settle();
    bench.updateStatus();

    assertEquals(OPEN, bench.status());
  }

  /** On Kubernetes a new unit has the name of the old one, and has not said anything. */
  @SimulatedJujuTest(seeds = 5)
  void isNotShutByAUnitThatHasTheNameOfOneThatHasLeftUnseen(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    juju.deployOnKubernetes("app", gated(bench));
    juju.deployOnKubernetes("db", DATABASE).scale(2);
    relate(juju);
    say(juju, "up");
    say(juju, "down db/1");
    leaveUnseen(juju, bench);
    juju.application("db").config("says", "").addUnit();
    juju.settle();
    assertTrue(juju.unit("db/1").exists());

    assertEquals(OPEN, bench.status());
  }

  private static void leaveUnseen(SimulatedJuju juju, Bench bench) {
    bench.unit().failNext("channel-relation-departed");
    juju.unit("db/1").remove();
    juju.settle();
    bench.unit().settle(); // where others have to wait for it
    bench.unit().resolveWithoutRetry();
    juju.settle();
    assertFalse(juju.unit("db/1").exists());
  }

  private static Map<String, String> words(Bench bench) {
    Map<String, String> words = new TreeMap<>(bench.unit().state());
    words.keySet().removeIf(key -> !key.startsWith("charm-signals/.gate/"));
    return words;
  }

  @SimulatedJujuTest
  void staysOpenWhenTheUnitThatOpenedItLeaves(SimulatedJuju juju) {
    Bench bench = deploy(juju, 1);
    relate(juju);
    say(juju, "up");
    SimulatedUnit late = juju.application("db").addUnit();
    juju.settle();
    assertTrue(late.exists());
    juju.unit("db/0").remove();
    juju.settle();

    assertEquals(OPEN, bench.status());
  }

  @SimulatedJujuTest
  void isShutOnceTheRelationIsGoneAndRemembersTheLastFewThatOpenedIt(SimulatedJuju juju) {
    Bench bench = deploy(juju, 1);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      SimulatedRelation relation = relate(juju);
      say(juju, "up");
      say(juju, "");
      assertEquals(OPEN, bench.status());
      relation.remove();
      juju.settle();
      assertEquals(SHUT, bench.status());
      kept.add("charm-signals/.gate/database/" + relation.number() + "/");
    }

    Map<String, String> expected = new TreeMap<>();
    for (String key : kept.subList(2, 10)) {
      expected.put(key, "open");
    }
    Map<String, String> gates = new TreeMap<>(bench.unit().state());
    gates.keySet().removeIf(key -> !key.contains("gate"));
    assertEquals(expected, gates);
  }

  /** The bus does not deliver again what was delivered before the suspension. */
  @SimulatedJujuTest(seeds = 5)
  void isOpenAgainWhenItsRelationIsResumed(SimulatedJuju juju) {
    Bench bench = deploy(juju, 2);
    SimulatedRelation relation = relate(juju);
    say(juju, "up");
    relation.suspend();
    juju.settle();
    assertEquals(SHUT, bench.status());
    relation.resume();
    juju.settle();

    assertEquals(OPEN, bench.status());
  }

  /** The signals of another charm cannot open a gate, and the author is told. */
  @SimulatedJujuTest
  void refusesSignalsThatAreNotBound(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) ->
            reconciler.add(new SignalGate("database", context, new Health().up)));

    assertTrue(
        bench.unit().logs().stream()
            .anyMatch(record -> record.text().contains("SignalDeclarationException")));
    assertTrue(
        bench.unit().agentStatus().toString().contains("error"),
        () -> bench.unit().agentStatus().toString());
  }
}
