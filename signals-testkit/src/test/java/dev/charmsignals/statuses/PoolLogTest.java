package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;
import java.util.Map;

/** What stands in juju debug-log, and what is sent how often. */
class PoolLogTest {

  @SimulatedJujuTest
  void namesTheMemberInEveryLine(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);

    HookRecord hook =
        stage.hook(
            pool -> {
              PoolMember a = pool.get("a").tag("a {} b");
              a.warning("found something weird");
              a.info("attempting to work around {} of {}...", 1, 2);
              pool.add("foo/0").error("whoopsiedaisies!");
            });

    assertEquals(
        List.of(
            "WARNING StatusPool: [a {} b] found something weird",
            "INFO StatusPool: [a {} b] attempting to work around 1 of 2...",
            "ERROR StatusPool: [foo/0] whoopsiedaisies!"),
        Stage.logged(hook));
  }

  @SimulatedJujuTest
  void correction16SendsNothingThatIsShownAlready(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);

    stage.hook(pool -> pool.set("a", blocked("x")));
    stage.idle();
    stage.hook(
        pool -> {
          pool.commit();
          pool.set("a", active("y"));
          pool.commit();
        });

    assertEquals(List.of("blocked (a) x", "active (a) y"), stage.sent());
  }

  @SimulatedJujuTest
  void leavesAHookAloneThatNobodyObserves(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);

    assertEquals(
        List.of(),
        stage.unit().hooks().stream().flatMap(hook -> hook.commands().stream()).toList());
  }

  @SimulatedJujuTest
  void correction20CutsAMessageThatIsTooLong(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);

    stage.hook(pool -> pool.set("a", blocked("x".repeat(1_000_000) + "\uD800")));
    stage.idle();

    assertEquals(
        "blocked (a) " + "x".repeat(4092) + "... (cut, 4136 characters in all)", stage.shown());
    assertEquals(1, stage.sent().size());
  }

  @SimulatedJujuTest
  void startsAnewWhenSomebodyEditedWhatWasKept(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);
    stage.hook(pool -> pool.set("a", blocked("x")));

    HookRecord hook =
        stage.hook(
            (pool, session) -> {
              session.tools().stateSet(Map.of("charm-signals/.status-pool/status_pool", "{"));
              pool.set("b", active("y"));
            });

    assertEquals(
        List.of(
            "ERROR StatusPool: Charm state charm-signals/.status-pool/status_pool cannot be read and"
                + " is started anew"),
        Stage.logged(hook));
    assertEquals("active (b) y", stage.shown());
  }
}
