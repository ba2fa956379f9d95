package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.PoolMessage;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.statuspool.StatusPoolException;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.List;
import java.util.Optional;

/** Members that come and go; numbers are those of the specification's acceptance cases. */
class PoolMembersTest {

  static final class Letters extends StatusPool {
    final PoolMember a = member("a");
    final PoolMember b = member("b");

    Letters(CharmContext context) {
      super(context);
    }
  }

  private static List<String> keys(StatusPool pool) {
    return pool.members().stream().map(PoolMember::key).toList();
  }

  private static List<String> standing(StatusPool pool) {
    return pool.members().stream()
        .map(PoolMember::standing)
        .map(member -> member.key() + " " + member.word() + " " + member.message())
        .toList();
  }

  @SimulatedJujuTest
  void case30AddsAndRemovesDynamicMembersByKey(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, StatusPool::new);

    stage.hook(
        pool -> {
          pool.add("foo").set(active("foo"));
          pool.add("bar").set(active("bar"));
          PoolMember woo = pool.add("woo");
          woo.set(blocked("meow"));
          assertEquals(List.of("foo", "bar", "woo"), keys(pool));

          // Correction 10: by key, even if it is equal in all else.
          assertThrows(StatusPoolException.class, () -> pool.add("woo"));
          PoolMember wooz = pool.add("wooz").tag("woo");
          assertEquals(List.of("foo", "bar", "woo", "wooz"), keys(pool));
          assertEquals("woo", wooz.tag());

          pool.remove(wooz);
          assertEquals(List.of("foo", "bar", "woo"), keys(pool));
          assertEquals(woo, pool.get("woo"));
          assertThrows(StatusPoolException.class, () -> wooz.info("nobody hears this"));
          assertThrows(StatusPoolException.class, wooz::status);
        });
  }

  @SimulatedJujuTest
  void case31KeepsDynamicMembersWithTheStorageOfTheirUnit(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, StatusPool::new);
    stage.hook(pool -> assertEquals(List.of(), keys(pool)));

    stage.hook(pool -> pool.add("foo").set(active("foo")));

    stage.hook(pool -> assertEquals(List.of("foo active foo"), standing(pool)));
  }

  /** The outer pool of case 32. */
  static final class Outer extends StatusPool {
    final PoolMember relation1 = member("relation_1");
    final Inner inner;

    Outer(CharmContext context, boolean nested) {
      super(context);
      message(PoolMessage.summary());
      inner = new Inner(context);
      if (nested) {
        relation1.nest(inner);
      } else {
        inner.leaveCommit();
      }
    }
  }

  static final class Inner extends StatusPool {

    Inner(CharmContext context) {
      super(context, "relation_1");
      message(PoolMessage.summary());
    }

    void leaveCommit() {
      leaveCommitToCharm();
    }

    void fill() {
      track("remote_app_1").set(active("this relation is OK"));
      track("remote_app_2").set(waiting("this relation is waiting"));
      track("remote_app_3").set(blocked("this relation is BORK"));
    }
  }

  private static final String OUTER_AND_INNER =
      "blocked (relation_1:blocked) (remote_app_3:blocked) this relation is BORK;"
          + " (remote_app_2:waiting) this relation is waiting;"
          + " (remote_app_1:active) this relation is OK";

  @SimulatedJujuTest
  void case32TakesTheStatusOfAnotherPoolForAMember(SimulatedJuju juju) {
    Stage<Outer> stage = Stage.of(juju, context -> new Outer(context, false));

    stage.hook(
        pool -> {
          pool.inner.fill();
          pool.relation1.set(pool.inner.status().orElseThrow());
        });

    assertEquals(OUTER_AND_INNER, stage.shown());
  }

  @SimulatedJujuTest
  void case32NestsOnePoolInAMemberOfAnother(SimulatedJuju juju) {
    Stage<Outer> stage = Stage.of(juju, context -> new Outer(context, true));

    stage.hook(pool -> pool.inner.fill());
    String filled = stage.shown();
    stage.hook(pool -> pool.inner.remove("remote_app_3"));
    String removed = stage.shown();
    stage.hook(StatusPool::unset);
    stage.hook(pool -> assertEquals(Optional.empty(), pool.inner.status()));

    // Correction 18: the inner pool shows nothing itself, whichever was made last.
    assertEquals(
        List.of(
            OUTER_AND_INNER,
            "waiting (relation_1:waiting) (remote_app_2:waiting) this relation is waiting;"
                + " (remote_app_1:active) this relation is OK"),
        List.of(filled, removed));
    assertEquals(2, stage.sent().size());
  }

  @SimulatedJujuTest
  void case38ForgetsARemovedMemberForGood(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, StatusPool::new);
    stage.hook(pool -> pool.add("dyn").set(active()));
    stage.hook(pool -> pool.remove("dyn"));

    // Corrected: in the original it exists again, unknown.
    stage.hook(pool -> assertEquals(List.of(), keys(pool)));
  }

  @SimulatedJujuTest
  void case39DropsAMemberThatANewRevisionDoesNotDeclare(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, Letters::new);
    stage.hook(pool -> pool.set("a", blocked("old")));

    stage.refresh(
        context ->
            new StatusPool(context) {
              final PoolMember b = member("b");
            });
    stage.hook(
        pool -> {
          // Corrected: in the original the unit stays blocked by a.
          assertEquals(List.of("b unknown "), standing(pool));
          pool.set("b", active("new"));
        });

    assertEquals("active (b) new", stage.shown());
  }

  static class Base extends StatusPool {
    final PoolMember z = member("z");
    final PoolMember a = member("a");

    Base(CharmContext context) {
      super(context);
    }
  }

  static final class Sub extends Base {
    final PoolMember m = member("m");
    final PoolMember redeclared = redeclare("z");

    Sub(CharmContext context) {
      super(context);
    }
  }

  @SimulatedJujuTest
  void case41MovesARedeclaredMemberToItsNewPlace(SimulatedJuju juju) {
    Stage<Sub> stage = Stage.of(juju, Sub::new);

    stage.hook(
        pool -> {
          assertEquals(
              List.of("a 1.0", "m 2.0", "z 3.0"),
              pool.members().stream()
                  .map(member -> member + " " + member.standing().priority())
                  .toList());
          assertEquals(pool.z, pool.redeclared);
        });
  }

  @SimulatedJujuTest
  void case42RefusesTheHundredAndFirst(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, StatusPool::new);

    stage.hook(
        pool -> {
          for (int i = 1; i <= 100; i++) {
            pool.add("member " + i);
          }
          StatusPoolException refused =
              assertThrows(StatusPoolException.class, () -> pool.add("member 101"));
          assertEquals(
              "Member \"member 101\" of status pool \"status_pool\" has priority 101.0; use one over 0"
                  + " and at most 100, such as 1 for the most important",
              refused.getMessage());
          assertEquals(100, pool.members().size());
        });
    // Numbers are not used up: what comes and goes never meets the limit.
    stage.hook(
        pool -> {
          pool.remove("member 1");
          pool.add("member 101");
        });
  }

  @SimulatedJujuTest
  void case43RefusesAPriorityThatIsNone(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, StatusPool::new);

    stage.hook(
        pool -> {
          // "x", which the original refuses when it runs, is none to the compiler.
          for (double none : new double[] {0, -1, Double.NaN, 100.5}) {
            assertThrows(StatusPoolException.class, () -> pool.add("a", none));
          }
          pool.add("a", 1.5);
          assertEquals(1.5, pool.get("a").standing().priority());
        });
  }

  @SimulatedJujuTest
  void correction5KeepsThePriorityOfADynamicMember(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolCommitTest.ByHand::new);
    stage.hook(pool -> pool.add("mysql/0", 3).set(blocked("here")));

    stage.hook(
        pool -> {
          // The original fails to start from here on.
          assertEquals(3, pool.get("mysql/0").standing().priority());
          pool.set("relation_2", blocked("less important"));
        });

    assertEquals("blocked (mysql/0) here", stage.shown());
  }

  @SimulatedJujuTest
  void correction8ShowsADeclaredMemberUnderTheTagOfTheNewCode(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, Letters::new);
    stage.hook(
        pool -> {
          pool.set("a", blocked("x"));
          pool.add("dynamic").tag("kept");
        });

    stage.refresh(
        context ->
            new StatusPool(context) {
              final PoolMember a = member("a").tag("new");
            });
    stage.hook(pool -> assertEquals("kept", pool.get("dynamic").tag()));

    assertEquals("blocked (new) x", stage.shown());
  }

  @SimulatedJujuTest
  void correction9SharesNothingBetweenPoolsOfOneClass(SimulatedJuju juju) {
    Stage<List<StatusPool>> stage =
        Stage.of(
            juju,
            context -> List.of(new StatusPool(context, "one"), new StatusPool(context, "two")));

    stage.hook(
        pools -> {
          pools.get(0).add("a").set(active("x"));
          assertEquals(List.of(), keys(pools.get(1)));
        });

    stage.hook(
        pools ->
            assertEquals(
                List.of(List.of("a active x"), List.of()),
                pools.stream().map(PoolMembersTest::standing).toList()));
  }

  @SimulatedJujuTest
  void correction12TakesNamesOfUnitsAndRelationsForKeys(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, StatusPool::new);
    List<String> keys = List.of("my-app/0", "db:7", "ein Wort, 字", "unset");

    stage.hook(pool -> keys.forEach(pool::add));

    stage.hook(pool -> assertEquals(keys, keys(pool)));
  }

  @SimulatedJujuTest
  void correction15KeepsNothingOfAHookThatFailsAfterACommit(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    Stage<StatusPool> stage = Stage.of(juju, Letters::new);

    stage.run(
        (pool, session) -> {
          session.state().put("half", "done");
          pool.set("a", active("x"));
          pool.commit();
          throw new IllegalStateException("told to fail");
        });

    assertEquals(List.of(), stage.sent());
    assertEquals(List.of(), List.copyOf(stage.unit().state().keySet()));
  }
}
