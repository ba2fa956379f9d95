package dev.charmsignals.state;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;

/** Statuses are shown once per hook, and only where another one is shown. */
class ShownStatusTest {

  /** Says in every update-status that it is well, and on request something else. */
  static final class Steady extends Charm {

    Steady(CharmContext context) {
      super(context);
      observe(
          on().updateStatus(),
          event -> {
            if (config().bool("broken").orElse(false)) {
              unit().setStatus(blocked("broken"));
              return;
            }
            unit().setStatus(active());
            if (isLeader()) {
              application().setStatus(active());
            }
          });
    }
  }

  private static final CharmUnderTest STEADY =
      CharmUnderTest.inProcess(
          Steady::new,
          "name: steady",
          "options:\n  broken:\n    type: boolean\n    default: false");

  @SimulatedJujuTest
  void areSetOnceHoweverOftenTheCharmSaysThem(SimulatedJuju juju) {
    juju.deploy("a", STEADY);
    juju.settle();
    SimulatedUnit unit = juju.unit("a/0");

    List<String> first = statusesSet(unit.updateStatus().run("update-status"));
    List<String> second = statusesSet(unit.updateStatus().run("update-status"));

    assertEquals(List.of("status-set", "status-set"), first);
    assertEquals(List.of(), second);
    assertEquals(new WorkloadStatus("active", ""), unit.status());
  }

  @SimulatedJujuTest
  void areSetAgainAfterTheHookThatShowedAnotherOneWasRefused(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("a", STEADY);
    juju.settle();
    SimulatedUnit unit = juju.unit("a/0");
    unit.updateStatus().run("update-status");
    juju.application("a").config("broken", true);
    unit.run("config-changed");
    unit.crashAfterCommit("update-status");

    unit.updateStatus().run("update-status");
    WorkloadStatus meanwhile = unit.status();
    juju.application("a").config("broken", false);
    unit.settle();
    unit.updateStatus().run("update-status");

    assertEquals(
        List.of(new WorkloadStatus("blocked", "broken"), new WorkloadStatus("active", "")),
        List.of(meanwhile, unit.status()));
  }

  @SimulatedJujuTest
  void ofTheApplicationStandOnTheirOwnOnceTheyAreSet(SimulatedJuju juju) {
    juju.deploy("a", STEADY).scale(2).leader("a/0");
    juju.settle();
    SimulatedUnit leader = juju.unit("a/0");
    SimulatedUnit follower = juju.unit("a/1");
    follower.updateStatus().run("update-status");

    // Juju answers "active" already, which it derives from the units.
    leader.updateStatus().run("update-status");
    juju.application("a").config("broken", true);
    juju.settle();
    follower.updateStatus().run("update-status");

    assertEquals(new WorkloadStatus("blocked", "broken"), follower.status());
    assertEquals(new WorkloadStatus("active", ""), juju.application("a").status());
  }

  private static List<String> statusesSet(HookRecord hook) {
    return hook.commands().stream()
        .map(CommandRecord::command)
        .filter(command -> command.equals("status-set"))
        .toList();
  }
}
