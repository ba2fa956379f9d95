package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.statuspool.StatusPoolException;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a pool shows and when; numbers are those of the specification's acceptance cases. */
class PoolCommitTest {

  private static final String KEPT = "charm-signals/.status-pool/status_pool";

  /** The pool of most cases; leaves commits to the test. */
  static class Three extends StatusPool {
    final PoolMember workload = member("workload");
    final PoolMember relation1 = member("relation_1");
    final PoolMember relation2 = member("relation_2").tag("rel2");

    Three(CharmContext context) {
      super(context);
      leaveCommitToCharm();
    }
  }

  /** The same, but commits itself. */
  static final class SelfCommitting extends StatusPool {
    final PoolMember workload = member("workload");
    final PoolMember relation1 = member("relation_1");
    final PoolMember relation2 = member("relation_2");

    SelfCommitting(CharmContext context) {
      super(context);
    }
  }

  /** The original's example of priorities by hand. */
  static final class ByHand extends StatusPool {
    final PoolMember relation1 = member("relation_1", 12);
    final PoolMember relation2 = member("relation_2", 10);
    final PoolMember relation3 = member("relation_3", 62);
    final PoolMember workload = member("workload", 40);
    final PoolMember relation4 = member("relation_4", 1);

    ByHand(CharmContext context) {
      super(context);
    }

    void set(Status relation3, Status workload) {
      relation1.set(active("ok"));
      relation2.set(active("ok"));
      this.relation3.set(relation3);
      this.workload.set(workload);
      relation4.set(active("ok"));
    }
  }

  /** The original's example of the order of definition. */
  static final class ByOrder extends StatusPool {
    final PoolMember relation1 = member("relation_1");
    final PoolMember relation2 = member("relation_2");
    final PoolMember relation3 = member("relation_3");
    final PoolMember workload = member("workload");
    final PoolMember relation4 = member("relation_4");

    ByOrder(CharmContext context) {
      super(context);
    }
  }

  @SimulatedJujuTest
  void case01NumbersMembersInTheirOrderAndSendsNothing(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);

    stage.hook(
        pool -> {
          assertEquals(
              List.of("workload 1.0", "relation_1 2.0", "rel2 3.0"),
              pool.members().stream()
                  .map(member -> member.tag() + " " + member.standing().priority())
                  .toList());
          assertEquals(Optional.empty(), pool.status());
        });

    assertEquals(List.of(), stage.sent());
  }

  @SimulatedJujuTest
  void case02ShowsTheMemberThatWasSet(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);

    stage.hook(
        pool -> {
          pool.relation1.set(active("foo"));
          pool.commit();
        });

    assertEquals("active (relation_1) foo", stage.shown());
  }

  @SimulatedJujuTest
  void case03ShowsNothingWithoutACommit(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);

    stage.hook(pool -> pool.relation1.set(active("foo")));

    assertEquals(List.of(), stage.sent());
  }

  @SimulatedJujuTest
  void case04And05FollowTheOriginalsFirstExample(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);

    stage.hook(
        pool -> {
          pool.relation1.set(active("✅"));
          pool.commit();
        });
    String first = stage.shown();
    stage.hook(
        pool -> {
          pool.relation1.unset();
          pool.relation2.set(waiting("𝌗: foo"));
          pool.workload.set(blocked("💔"));
          pool.commit();
        });

    assertEquals(
        List.of("active (relation_1) ✅", "blocked (workload) 💔"), List.of(first, stage.shown()));
  }

  @SimulatedJujuTest
  void case06ShowsTheFirstDeclaredOfTwoThatAreBlocked(SimulatedJuju juju) {
    Stage<ByOrder> stage = Stage.of(juju, ByOrder::new);

    stage.hook(
        pool -> {
          pool.members().forEach(member -> member.set(active("ok")));
          pool.workload.set(blocked("w"));
          pool.relation3.set(blocked("r3"));
        });

    assertEquals("blocked (relation_3) r3", stage.shown());
  }

  @SimulatedJujuTest
  void case07ShowsTheMoreImportantOfTwoThatAreBlocked(SimulatedJuju juju) {
    Stage<ByHand> stage = Stage.of(juju, ByHand::new);

    stage.hook(pool -> pool.set(blocked("r3"), blocked("w")));

    assertEquals("blocked (workload) w", stage.shown());
  }

  @SimulatedJujuTest
  void case08PutsTheLevelBeforeThePriority(SimulatedJuju juju) {
    Stage<ByHand> stage = Stage.of(juju, ByHand::new);

    stage.hook(pool -> pool.set(blocked("r3"), waiting("w")));

    assertEquals("blocked (relation_3) r3", stage.shown());
  }

  @SimulatedJujuTest
  void case09LeavesAnUnsetMemberOutOfTheAggregate(SimulatedJuju juju) {
    Stage<ByHand> stage = Stage.of(juju, ByHand::new);

    stage.hook(
        pool -> {
          pool.set(blocked("r3"), active("ok"));
          pool.relation3.unset();
        });

    assertEquals("active (relation_4) ok", stage.shown());
  }

  @SimulatedJujuTest
  void case24LetsAnOverrideHideTheMembers(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);

    stage.hook(
        pool -> {
          pool.relation1.set(active("foo"));
          pool.relation2.set(waiting("bar"));
          pool.override(active("overruled!"));
          pool.commit();
        });

    assertEquals("active overruled!", stage.shown());
  }

  @SimulatedJujuTest
  void case25ReadsAnOverrideBeforeItIsCommitted(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);
    stage.hook(
        pool -> {
          pool.override(active("1"));
          pool.commit();
        });

    stage.hook(
        pool -> {
          pool.relation1.set(active());
          pool.relation2.set(waiting("bar"));
          pool.override(active("2"));
          assertEquals(Optional.of(active("2")), pool.status());
        });
    String before = stage.shown();
    stage.hook(
        pool -> {
          pool.override(active("2"));
          pool.commit();
        });

    assertEquals(List.of("active 1", "active 2"), List.of(before, stage.shown()));
  }

  @SimulatedJujuTest
  void case26NeverSendsWhatWasUnsetBeforeTheCommit(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);

    stage.hook(
        pool -> {
          pool.relation1.set(active("foo"));
          pool.relation1.unset();
          pool.commit();
        });

    assertEquals(List.of(), stage.sent());
  }

  @SimulatedJujuTest
  void case27StartsAnewAfterUnsettingEverything(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);
    stage.hook(
        pool -> {
          pool.relation1.set(active());
          pool.relation2.set(blocked("bar"));
          pool.commit();
        });

    stage.hook(
        pool -> {
          pool.unset();
          pool.workload.set(active("woot"));
          pool.commit();
        });

    assertEquals("active (workload) woot", stage.shown());
  }

  @SimulatedJujuTest
  void case28CommitsItselfAtTheEndOfAHook(SimulatedJuju juju) {
    Stage<SelfCommitting> stage = Stage.of(juju, SelfCommitting::new);

    stage.hook(
        pool -> {
          pool.relation2.set(active("noop"));
          pool.relation1.set(active("boop"));
        });

    assertEquals("active (relation_1) boop", stage.shown());
  }

  @SimulatedJujuTest
  void case29LeavesTheUnitAloneUntilTheCharmCommits(SimulatedJuju juju) {
    Stage<Three> stage = Stage.of(juju, Three::new);

    stage.hook(
        (pool, session) -> {
          session.unit().setStatus(maintenance("by hand"));
          pool.relation2.set(active("noop"));
          pool.relation1.set(active("boop"));
        });
    String before = stage.shown();
    stage.hook(
        pool -> {
          pool.relation2.set(active("noop"));
          pool.relation1.set(active("boop"));
          pool.commit();
        });

    assertEquals(
        List.of("maintenance by hand", "active (relation_1) boop"), List.of(before, stage.shown()));
  }

  @SimulatedJujuTest
  void case34KeepsNothingOfAPoolThatKnowsNothing(SimulatedJuju juju) {
    Stage<SelfCommitting> stage = Stage.of(juju, SelfCommitting::new);

    stage.idle();

    assertEquals(List.of(), stage.sent());
    assertEquals(Map.of(), stage.unit().state());
  }

  @SimulatedJujuTest
  void case35KeepsEachMemberAndTheWholeInOneRecord(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);

    stage.hook(
        pool -> {
          pool.set("a", active());
          pool.set("b", maintenance("x"));
        });

    assertEquals(
        Map.of(
            KEPT,
            "{\"a\":{\"type\":\"subordinate\",\"status\":\"active\",\"message\":\"\","
                + "\"tag\":\"a\",\"attr\":\"a\"},"
                + "\"b\":{\"type\":\"subordinate\",\"status\":\"maintenance\",\"message\":\"x\","
                + "\"tag\":\"b\",\"attr\":\"b\"},"
                + "\"*master*\":{\"type\":\"master\",\"status\":\"unknown\",\"message\":\"\","
                + "\"tag\":\"master\",\"attr\":\"*master*\",\"user_set\":false}}"),
        stage.unit().state());
    assertEquals("maintenance (b) x", stage.shown());
  }

  @SimulatedJujuTest
  void case36KeepsAnOverrideOverHooks(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);
    stage.hook(pool -> pool.override(active("over")));

    stage.hook(pool -> pool.set("a", blocked("x")));
    String pinned = stage.shown();
    stage.hook(StatusPool::release); // correction 14: without unsetting the members

    assertEquals(List.of("active over", "blocked (a) x"), List.of(pinned, stage.shown()));
  }

  @SimulatedJujuTest
  void case37DoesNotBringBackWhatWasUnset(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);
    stage.hook(pool -> pool.set("a", blocked("bad")));
    stage.hook(StatusPool::unset);

    // Corrected: in the original, a is blocked again.
    stage.hook(pool -> assertEquals(Optional.empty(), pool.get("a").status()));
  }

  @SimulatedJujuTest
  void case40DoesNothingWhileItIsEmpty(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, StatusPool::new);

    // Corrected: the original fails with an IndexError.
    HookRecord hook = stage.hook(pool -> assertEquals(Optional.empty(), pool.status()));

    assertEquals(List.of(), Stage.sent(hook));
  }

  @SimulatedJujuTest
  void case45NamesTheMemberThatIsNotThere(SimulatedJuju juju) {
    Stage<StatusPool> stage = Stage.of(juju, PoolMembersTest.Letters::new);

    stage.hook(
        pool -> {
          StatusPoolException absent =
              assertThrows(StatusPoolException.class, () -> pool.set("c", active()));
          assertEquals("c", absent.culprit());
          assertEquals(List.of("a", "b"), pool.members().stream().map(PoolMember::key).toList());
        });

    assertEquals(Map.of(), stage.unit().state());
  }
}
