package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.statuspool.StatusPoolException;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;
import java.util.function.Function;

/** What an author can get wrong about a pool fails the first hook, and says what is right. */
class PoolMistakesTest {

  /** A pool whose members the test declares. */
  private static final class Open extends StatusPool {

    Open(CharmContext context, String key) {
      super(context, key);
    }

    PoolMember declare(String key) {
      return member(key);
    }

    PoolMember declare(String key, double priority) {
      return member(key, priority);
    }

    PoolMember again(String key) {
      return redeclare(key);
    }
  }

  /** Makes the pool of a charm wrong. */
  @FunctionalInterface
  private interface Mistake {
    void of(Open pool);
  }

  private static String firstErrorOf(SimulatedJuju juju, Mistake mistake) {
    return firstErrorOfCharm(
        juju,
        context -> {
          Open pool = new Open(context, "pool");
          mistake.of(pool);
          return pool;
        });
  }

  private static String firstErrorOfCharm(SimulatedJuju juju, Function<CharmContext, Open> maker) {
    juju.automaticallyRetryHooks(false);
    HookRecord first = Stage.of(juju, maker).unit().hooks().get(0);
    return Stage.failure(first);
  }

  @SimulatedJujuTest
  void case44RefusesAPriorityAfterNone(SimulatedJuju juju) {
    // Corrected: the original accepts this one as 1 and 12.
    assertEquals(
        "In status pool \"pool\" only one of the members \"a\" and \"b\" has a priority; give one to"
            + " every member, as in member(\"b\", 10), or to none",
        firstErrorOf(
            juju,
            pool -> {
              pool.declare("a");
              pool.declare("b", 12);
            }));
  }

  @SimulatedJujuTest
  void case44RefusesNoneAfterAPriority(SimulatedJuju juju) {
    assertEquals(
        "In status pool \"pool\" only one of the members \"a\" and \"b\" has a priority; give one to"
            + " every member, as in member(\"b\", 10), or to none",
        firstErrorOf(
            juju,
            pool -> {
              pool.declare("a", 12);
              pool.declare("b");
            }));
  }

  @SimulatedJujuTest
  void refusesTwoMembersOfOneKey(SimulatedJuju juju) {
    assertEquals(
        "Status pool \"pool\" has a member \"a\" already; use another key, redeclare(\"a\") in a"
            + " subclass of the pool, or track(\"a\") for a member that may be there",
        firstErrorOf(
            juju,
            pool -> {
              pool.declare("a");
              pool.declare("a");
            }));
  }

  @SimulatedJujuTest
  void refusesToRedeclareWhatIsNotDeclared(SimulatedJuju juju) {
    assertEquals(
        "Member \"a\" of status pool \"pool\" is redeclared, and no superclass declares it; use"
            + " member(\"a\")",
        firstErrorOf(juju, pool -> pool.again("a")));
  }

  @SimulatedJujuTest
  void refusesATagThatCouldForgeLines(SimulatedJuju juju) {
    assertEquals(
        "The tag \"a\\nb\" in status pool \"pool\" cannot be shown or kept; use text on one line, such"
            + " as \"workload\"",
        firstErrorOf(juju, pool -> pool.declare("a").tag("a\nb")));
  }

  @SimulatedJujuTest
  void refusesToBeUsedInTheConstructorWhichRunsInEveryHook(SimulatedJuju juju) {
    assertEquals(
        "Status pool \"pool\" is used while the charm is constructed, which happens in every hook; set"
            + " and ask statuses in a handler, such as that of on().start()",
        firstErrorOf(juju, pool -> pool.declare("a").set(active())));
  }

  @SimulatedJujuTest
  void refusesTwoPoolsUnderOneKey(SimulatedJuju juju) {
    assertEquals(
        "Two status pools are kept under \"pool\"; give one a key of its own, as in new"
            + " MyPool(context, \"pool-2\")",
        firstErrorOfCharm(
            juju,
            context -> {
              new Open(context, "pool");
              return new Open(context, "pool");
            }));
  }

  @SimulatedJujuTest
  void refusesToNestAPoolInItself(SimulatedJuju juju) {
    assertEquals(
        "Status pool \"pool\" is nested in member \"a\" and cannot be nested again, nor hold what holds"
            + " it",
        firstErrorOf(juju, pool -> pool.declare("a").nest(pool)));
  }

  @SimulatedJujuTest
  void refusesToDeclareOrTieInAHandler(SimulatedJuju juju) {
    Stage<Open> stage = Stage.of(juju, context -> new Open(context, "pool"));

    stage.hook(
        pool ->
            assertEquals(
                "Member \"a\" of status pool \"pool\" is declared or tied too late: do so while the"
                    + " charm is constructed, or add(\"a\") a dynamic member",
                assertThrows(StatusPoolException.class, () -> pool.declare("a")).getMessage()));
  }

  @SimulatedJujuTest
  void correction4RefusesToRemoveADeclaredMemberAndChangesNothing(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);

    stage.hook(
        pool -> {
          pool.set("a", active("still here"));
          assertEquals(
              "Member \"a\" of status pool \"status_pool\" is declared and cannot be removed; unset()"
                  + " makes it unknown",
              assertThrows(StatusPoolException.class, () -> pool.remove("a")).getMessage());
        });

    assertEquals(List.of("active (a) still here"), stage.sent());
  }
}
