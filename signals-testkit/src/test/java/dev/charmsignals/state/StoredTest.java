package dev.charmsignals.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.model.Stored;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What charms store survives hooks, failures and upgrades. */
class StoredTest {

  private static final String KEY = "charm-signals/.stored/counts";

  record Counts(int updates) {}

  record NewerCounts(int updates, String motto, Optional<String> note) {}

  record OtherCounts(String updates) {}

  /** Counts update-status hooks. */
  static final class Counting extends Charm {

    private final Stored<Counts> counts = stored("counts", new Counts(0));

    Counting(CharmContext context) {
      super(context);
      observe(on().updateStatus(), event -> counts.update(now -> new Counts(now.updates() + 1)));
      observe(on().configChanged(), event -> counts.set(counts.get()));
    }
  }

  /** A newer charm, which stores more. */
  static final class NewerCounting extends Charm {

    private final Stored<NewerCounts> counts =
        stored("counts", new NewerCounts(0, "none", Optional.of("default")));

    NewerCounting(CharmContext context) {
      super(context);
      observe(
          on().updateStatus(),
          event ->
              counts.update(
                  now -> new NewerCounts(now.updates() + 1, now.motto() + "!", Optional.empty())));
    }
  }

  /** A newer charm that stores the same thing as text. */
  static final class OtherCounting extends Charm {

    private final Stored<OtherCounts> counts = stored("counts", new OtherCounts("nothing"));

    OtherCounting(CharmContext context, boolean migrating) {
      super(context);
      if (migrating) {
        counts.migratedBy(older -> new OtherCounts(older.get("updates") + " times"));
      }
      observe(on().updateStatus(), event -> counts.get());
    }
  }

  private static CharmUnderTest charm(CharmFactory factory) {
    return CharmUnderTest.inProcess(factory, "name: counting");
  }

  private static SimulatedUnit deployed(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("a", charm(Counting::new));
    juju.settle();
    return juju.unit("a/0");
  }

  @SimulatedJujuTest
  void isReadWithOneStateGetAndWrittenOnlyWhenItChanged(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    Map<String, String> untouched = unit.state();

    List<String> commands =
        unit.updateStatus().run("update-status").commands().stream()
            .map(CommandRecord::command)
            .toList();

    assertEquals(Map.of(), untouched);
    assertEquals(Map.of(KEY, "{\"updates\":1}"), unit.state());
    assertEquals(List.of("state-get", "state-set"), commands);
  }

  @SimulatedJujuTest
  void isWrittenOnlyByHooksThatSucceed(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    unit.failNext("update-status");

    unit.updateStatus().run("update-status");
    Map<String, String> afterTheFailure = unit.state();
    unit.resolve();

    assertEquals(Map.of(), afterTheFailure);
    assertEquals(Map.of(KEY, "{\"updates\":1}"), unit.state());
  }

  @SimulatedJujuTest
  void hasTheInitialValueOfWhatAnUpgradeAddsAndKeepsWhatItTakesAway(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    unit.updateStatus().run("update-status");

    juju.application("a").refresh(charm(NewerCounting::new));
    juju.settle();
    unit.updateStatus().run("update-status");
    Map<String, String> upgraded = unit.state();
    juju.application("a").refresh(charm(Counting::new));
    juju.settle();
    unit.updateStatus().run("update-status");
    Map<String, String> rolledBack = unit.state();

    assertEquals(Map.of(KEY, "{\"motto\":\"none!\",\"note\":null,\"updates\":2}"), upgraded);
    assertEquals(Map.of(KEY, "{\"motto\":\"none!\",\"note\":null,\"updates\":3}"), rolledBack);
  }

  @SimulatedJujuTest
  void namesOwnerAndFieldWhereAnUpgradeChangedAType(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    unit.updateStatus().run("update-status");
    juju.application("a").refresh(charm(context -> new OtherCounting(context, false)));
    juju.settle();

    HookRecord hook = unit.updateStatus().run("update-status");

    assertTrue(
        unit.logs().stream()
            .anyMatch(
                line ->
                    line.text()
                        .contains(
                            "stored state \"counts\" does not fit OtherCounts:\n"
                                + "    - updates is not a string, but a number\n"
                                + "    An older charm, or somebody by hand, stored it; say how to"
                                + " read it with migratedBy(")),
        hook.toString());
    assertEquals(Map.of(KEY, "{\"updates\":1}"), unit.state());
  }

  @SimulatedJujuTest
  void isMigratedByTheCharmWhereItSaysHow(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    unit.updateStatus().run("update-status");
    juju.application("a").refresh(charm(context -> new OtherCounting(context, true)));
    juju.settle();

    unit.updateStatus().run("update-status");

    assertEquals(Map.of(KEY, "{\"updates\":\"1 times\"}"), unit.state());
  }

  @SimulatedJujuTest
  void survivesTheReplacementOfItsPod(SimulatedJuju juju) {
    juju.deployOnKubernetes("a", charm(Counting::new));
    juju.settle();
    SimulatedUnit unit = juju.unit("a/0");
    unit.updateStatus().run("update-status");

    unit.restartAgent();
    juju.settle();
    unit.updateStatus().run("update-status");

    assertEquals(Map.of(KEY, "{\"updates\":2}"), unit.state());
  }
}
