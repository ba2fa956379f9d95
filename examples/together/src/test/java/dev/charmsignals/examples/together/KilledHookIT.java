package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.Kill;
import dev.charmsignals.testkit.world.KillPoint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A packed charm whose processes are killed at a point that each test chooses. */
@Tag("any-jdk")
class KilledHookIT {

  private final SimulatedJuju juju = SimulatedJuju.seeded(1);
  private final Leftovers leftovers = new Leftovers(Charms.directory(BothCharms.EXAMPLES, "tally"));

  private SimulatedRelation deploy(String transport) {
    CharmUnderTest tally =
        Charms.packed(BothCharms.EXAMPLES, "tally", new Transport(transport).variables());
    juju.deploy("emitter", tally);
    juju.deploy("observer", tally);
    SimulatedRelation relation = juju.integrate("emitter:emitted", "observer:heard");
    juju.settle();
    return relation;
  }

  @AfterEach
  void leavesNothingBehind() {
    List<String> left = juju.hooks().stream().flatMap(hook -> leftovers.of(hook).stream()).toList();
    juju.close();
    assertEquals(List.of(), left);
  }

  private void count(int count) {
    juju.application("emitter").config("count", count);
  }

  private String heardBy(String observer) {
    return juju.unit(observer).state().getOrDefault("heard-emitter/0", "");
  }

  private static List<HookOutcome> outcomes(SimulatedUnit unit, String hook) {
    return unit.hooks().stream()
        .filter(record -> record.hook().name().equals(hook))
        .map(HookRecord::outcome)
        .toList();
  }

  @Test
  void emitsOnceWhateverKillsTheEmitter() {
    deploy("socket");
    SimulatedUnit emitter = juju.unit("emitter/0");
    List<KillPoint> points =
        List.of(
            new KillPoint.AfterBytes(0),
            new KillPoint.AfterBytes(200),
            new KillPoint.BeforeAnswer("state-get"),
            new KillPoint.BeforeAnswer("relation-set"),
            new KillPoint.BeforeAnswer("state-set"));
    points.forEach(point -> emitter.killNext("config-changed", Kill.hook(point)));

    count(3);
    juju.settle();

    List<HookOutcome> ends = outcomes(emitter, "config-changed");
    assertEquals(points.size() + 2, ends.size());
    assertEquals(
        List.of(HookOutcome.TERMINATED),
        ends.subList(1, ends.size() - 1).stream().distinct().toList());
    assertEquals("1 2 3", heardBy("observer/0"));
  }

  @Test
  void hearsOnceWhateverKillsTheObserver() {
    deploy("socket");
    SimulatedUnit observer = juju.unit("observer/0");
    List<KillPoint> points =
        List.of(
            new KillPoint.AfterBytes(0),
            new KillPoint.BeforeAnswer("relation-get"),
            new KillPoint.BeforeAnswer("state-set"));
    points.forEach(point -> observer.killNext("heard-relation-changed", Kill.hook(point)));
    observer.crashAfterCommit("heard-relation-changed");

    count(3);
    juju.settle();

    List<HookOutcome> ends = outcomes(observer, "heard-relation-changed");
    assertEquals(
        List.of(
            HookOutcome.TERMINATED,
            HookOutcome.TERMINATED,
            HookOutcome.TERMINATED,
            HookOutcome.CRASHED_AFTER_COMMIT,
            HookOutcome.COMMITTED),
        ends.subList(ends.size() - 5, ends.size()));
    assertEquals("1 2 3", heardBy("observer/0"));
  }

  @Test
  void isQueuedAgainWhenSigtermComes() {
    deploy("socket");
    SimulatedUnit observer = juju.unit("observer/0");
    observer.killNext(
        "heard-relation-changed", Kill.hook(new KillPoint.BeforeAnswer("state-set")).bySigterm());

    count(1);
    juju.unit("emitter/0").settle();
    HookRecord hook = observer.run("heard-relation-changed");

    assertEquals(HookOutcome.TERMINATED, hook.outcome());
    assertEquals(143, hook.exitStatus());
    juju.settle();
    assertEquals("1", heardBy("observer/0"));
  }

  @Test
  void failsWithTheHookCommandThatIsKilled() {
    deploy("exec");
    SimulatedUnit observer = juju.unit("observer/0");
    for (String command : List.of("state-get", "relation-get", "state-set")) {
      observer.killNext(
          "heard-relation-changed", Kill.command(new KillPoint.BeforeAnswer(command)));
    }

    count(2);
    juju.settle();

    List<HookOutcome> ends = outcomes(observer, "heard-relation-changed");
    assertEquals(
        List.of(HookOutcome.FAILED, HookOutcome.FAILED, HookOutcome.FAILED, HookOutcome.COMMITTED),
        ends.subList(ends.size() - 4, ends.size()));
    assertEquals("1 2", heardBy("observer/0"));
  }

  @Test
  void keepsWhatLateUnitsHaveToHearWhenReadingItIsKilled() {
    SimulatedRelation relation = deploy("exec");
    SimulatedUnit emitter = juju.unit("emitter/0");
    count(3);
    juju.settle();

    emitter.killNext(
        "emitted-relation-broken", Kill.command(new KillPoint.BeforeAnswer("relation-get")));
    relation.suspend();
    juju.settle();
    relation.resume();
    juju.application("observer").addUnit();
    juju.settle();

    assertEquals("3", heardBy("observer/1"));
    assertEquals("1 2 3", heardBy("observer/0"));
    assertEquals(
        List.of(HookOutcome.FAILED, HookOutcome.COMMITTED),
        outcomes(emitter, "emitted-relation-broken"));
  }
}
