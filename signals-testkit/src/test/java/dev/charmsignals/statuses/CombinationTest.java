package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.StatusSource;
import dev.charmsignals.layeredstatus.LayeredStatus;
import dev.charmsignals.model.Status;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What wins where a pool, layers, collect-status and a direct status meet in one charm; as
 * docs/explanation/statuses.md has it.
 */
class CombinationTest {

  private static final class Duties extends StatusPool {
    final PoolMember a = member("a");

    Duties(CharmContext context, boolean offers) {
      super(context);
      if (offers) {
        offerToCollectStatus();
      }
    }
  }

  /** What collect-status is told in the hooks of a test. */
  private final List<Status> collected = new ArrayList<>();

  private <P> Function<CharmContext, P> collecting(Function<CharmContext, P> maker) {
    return context -> {
      context
          .statuses()
          .observe(StatusSource.UNIT, event -> List.copyOf(collected).forEach(event::add));
      return maker.apply(context);
    };
  }

  @SimulatedJujuTest
  void aPoolHasTheLastWordOverACollectedAndADirectStatus(SimulatedJuju juju) {
    Stage<Duties> stage = Stage.of(juju, collecting(context -> new Duties(context, false)));
    collected.add(blocked("collected"));

    HookRecord hook =
        stage.hook(
            (pool, session) -> {
              pool.a.set(active("pooled"));
              session.unit().setStatus(blocked("direct"));
            });
    HookRecord later = stage.hook((pool, session) -> session.unit().setStatus(blocked("direct")));

    assertEquals(List.of("active (a) pooled"), Stage.sent(hook));
    assertEquals(List.of(), Stage.sent(later));
  }

  @SimulatedJujuTest
  void aPoolThatKnowsNothingLeavesTheWordToOthers(SimulatedJuju juju) {
    Stage<Duties> stage = Stage.of(juju, collecting(context -> new Duties(context, false)));

    HookRecord direct = stage.hook((pool, session) -> session.unit().setStatus(active("direct")));
    collected.add(waiting("collected"));
    HookRecord both = stage.hook((pool, session) -> session.unit().setStatus(active("direct")));

    assertEquals(
        List.of("active direct", "waiting collected"),
        List.of(Stage.sent(direct).get(0), Stage.sent(both).get(0)));
  }

  @SimulatedJujuTest
  void aPoolThatIsOfferedToCollectStatusIsOneCandidate(SimulatedJuju juju) {
    Stage<Duties> stage = Stage.of(juju, collecting(context -> new Duties(context, true)));
    collected.add(waiting("collected"));

    HookRecord blocked =
        stage.hook(
            (pool, session) -> {
              pool.a.set(blocked("pooled"));
              session.unit().setStatus(blocked("direct"));
            });
    HookRecord idle = stage.idle();
    HookRecord active = stage.hook(pool -> pool.a.set(active("pooled")));

    assertEquals(
        List.of(List.of("blocked (a) pooled"), List.of(), List.of("waiting collected")),
        List.of(Stage.sent(blocked), Stage.sent(idle), Stage.sent(active)));
  }

  @SimulatedJujuTest
  void aPoolWaitsForTheEndEvenWithMaintenance(SimulatedJuju juju) {
    Stage<Duties> stage = Stage.of(juju, collecting(context -> new Duties(context, false)));
    collected.add(blocked("collected"));

    assertEquals(
        List.of("maintenance (a) pooled"),
        Stage.sent(stage.hook(pool -> pool.a.set(maintenance("pooled")))));
  }

  record Settings(int port) {}

  @SimulatedJujuTest
  void aConfigThatCannotBeLoadedOutdoesAPoolThatIsNotBlocked(SimulatedJuju juju) {
    Stage<Duties> stage = Stage.of(juju, context -> new Duties(context, false));

    HookRecord refused =
        stage.hook(
            (pool, session) -> {
              session.config().loadOrBlock(Settings.class);
              pool.a.set(active("pooled"));
            });
    HookRecord blocked =
        stage.hook(
            (pool, session) -> {
              session.config().loadOrBlock(Settings.class);
              pool.a.set(blocked("pooled"));
            });

    assertEquals(
        List.of("blocked config: ", "blocked (a) pooled"),
        List.of(Stage.sent(refused).get(0).substring(0, 16), Stage.sent(blocked).get(0)));
  }

  /** A pool and layers in one charm. */
  private record Both(LayeredStatus layers, Duties pool) {}

  @SimulatedJujuTest
  void layersTakeAPoolForTheCharm(SimulatedJuju juju) {
    Stage<Both> stage =
        Stage.of(
            juju,
            collecting(
                context ->
                    new Both(
                        new LayeredStatus(context, List.of("first"), "mycharm"),
                        new Duties(context, false))));

    HookRecord layerIsWorse =
        stage.hook(
            both -> {
              both.pool.a.set(active("pooled"));
              both.layers.layer("first").waiting("first");
            });
    HookRecord equals = stage.hook(both -> both.layers.layer("first").active("first"));
    collected.add(blocked("collected"));
    HookRecord collectedIsWorse = stage.idle();

    assertEquals(
        List.of(
            List.of("waiting first"), List.of("active (a) pooled"), List.of("blocked collected")),
        List.of(Stage.sent(layerIsWorse), Stage.sent(equals), Stage.sent(collectedIsWorse)));
  }

  @SimulatedJujuTest
  void layersThatLeaveDirectStatusesAloneStillHaveTheLastWord(SimulatedJuju juju) {
    Stage<LayeredStatus> stage =
        Stage.of(
            juju,
            collecting(
                context ->
                    new LayeredStatus(context, List.of("first"), "mycharm").leaveDirectStatuses()));
    collected.add(blocked("collected"));

    HookRecord spoke = stage.hook(layers -> layers.layer("first").active("first"));
    HookRecord silent = stage.idle();

    assertEquals(
        List.of(List.of("active first"), List.of("blocked collected")),
        List.of(Stage.sent(spoke), Stage.sent(silent)));
  }
}
