package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.Kill;
import dev.charmsignals.testkit.world.KillPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two revisions of a packed charm that differ in their signals: upgraded while signals are under
 * way and processes are killed, and taken back again.
 */
class UpgradeIT {

  private static final CharmUnderTest TALLY = Charms.packed(BothCharms.EXAMPLES, "tally", Map.of());
  private static final CharmUnderTest NEXT =
      Charms.packed(BothCharms.EXAMPLES, "tally-next", Map.of());

  private final SimulatedJuju juju = SimulatedJuju.seeded(1);

  @AfterEach
  void deleteFiles() {
    juju.close();
  }

  private void count(int count) {
    juju.application("emitter").config("count", count);
  }

  private Map<String, String> observer() {
    return juju.unit("observer/0").state();
  }

  private static List<HookOutcome> outcomes(SimulatedUnit unit, String hook) {
    return unit.hooks().stream()
        .filter(record -> record.hook().name().equals(hook))
        .map(HookRecord::outcome)
        .toList();
  }

  private static List<String> jars(SimulatedUnit unit) throws IOException {
    HookRecord last = unit.hooks().get(unit.hooks().size() - 1);
    Path charm = Path.of(last.environment().getOrDefault("JUJU_CHARM_DIR", ""));
    try (Stream<Path> jars = Files.list(charm.resolve("lib"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> jar.startsWith("tally"))
          .toList();
    }
  }

  @Test
  void losesAndRepeatsNothingThoughProcessesAreKilledMeanwhile() throws IOException {
    juju.deploy("emitter", TALLY);
    juju.deployOnKubernetes("observer", TALLY);
    juju.integrate("emitter:emitted", "observer:heard");
    juju.settle();
    SimulatedUnit emitter = juju.unit("emitter/0");
    SimulatedUnit observer = juju.unit("observer/0");

    // Both are upgraded while three signals are under way, and two more are emitted meanwhile.
    count(3);
    emitter.settle();
    juju.application("emitter").refresh(NEXT);
    juju.application("observer").refresh(NEXT);
    count(5);
    emitter.killNext("upgrade-charm", Kill.hook(new KillPoint.BeforeAnswer("state-get")));
    emitter.crashAfterCommit("config-changed");
    observer.killNext("upgrade-charm", Kill.agent(new KillPoint.BeforeAnswer("state-set")));
    observer.killNext("heard-relation-changed", Kill.hook(new KillPoint.AfterBytes(200)));
    juju.settle();

    assertEquals(
        List.of(HookOutcome.TERMINATED, HookOutcome.COMMITTED), outcomes(emitter, "upgrade-charm"));
    assertEquals(
        List.of(HookOutcome.CRASHED_BEFORE_COMMIT, HookOutcome.COMMITTED),
        outcomes(observer, "upgrade-charm"));
    assertTrue(outcomes(observer, "heard-relation-changed").contains(HookOutcome.TERMINATED));
    assertEquals("1 2 3 4 5", observer().get("heard-emitter/0"));
    assertEquals("4 5", observer().get("by-emitter/0"));
    assertEquals("5", observer().get("reached-emitter/0"));
    assertEquals(List.of("tally-next.jar"), jars(emitter));
    assertEquals(List.of("tally-next.jar"), jars(observer));

    // The observer goes back to the revision that does not know all that the emitter says.
    juju.application("observer").refresh(TALLY);
    count(7);
    juju.settle();

    assertEquals("1 2 3 4 5 6 7", observer().get("heard-emitter/0"));
    assertEquals("5", observer().get("reached-emitter/0"));
    assertEquals("1", observer().get("charm-signals/heard/parked"));
    assertEquals(
        List.of("no signal of this charm is named \"reached\""),
        observer.logs().stream()
            .map(line -> line.text())
            .filter(text -> text.contains("is parked: "))
            .map(text -> text.replaceFirst("^.*is parked: ", ""))
            .toList());
  }
}
