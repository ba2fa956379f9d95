package dev.charmsignals.state;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.CollectStatusEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;

/** What charms say when they are asked for their status at the end of a hook. */
class CollectedStatusTest {

  private final List<Status> ofUnit = new ArrayList<>();
  private final List<Status> ofApplication = new ArrayList<>();
  private boolean failing;

  /** Answers with what the test has put into the lists. */
  private final class Asked extends Charm {

    Asked(CharmContext context) {
      super(context);
      observe(on().collectUnitStatus(), this::unitStatus);
      observe(on().collectApplicationStatus(), event -> ofApplication.forEach(event::add));
      observe(
          on().updateStatus(),
          event -> {
            unit().setStatus(active("by the handler"));
            if (failing) {
              throw new IllegalStateException("on purpose");
            }
          });
    }

    private void unitStatus(CollectStatusEvent event) {
      ofUnit.forEach(event::add);
    }
  }

  private SimulatedUnit deployed(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("a", CharmUnderTest.inProcess(Asked::new, "name: asked")).scale(2).leader("a/0");
    juju.settle();
    return juju.unit("a/0");
  }

  @SimulatedJujuTest
  void showTheMostUrgentAndTheFirstOfEquals(SimulatedJuju juju) {
    ofUnit.addAll(
        List.of(active(), waiting("w"), maintenance("m"), blocked("first"), blocked("second")));
    ofApplication.addAll(List.of(active("a"), waiting("w"), maintenance("m")));

    SimulatedUnit unit = deployed(juju);

    assertEquals(new WorkloadStatus("blocked", "first"), unit.status());
    assertEquals(new WorkloadStatus("maintenance", "m"), juju.application("a").status());
  }

  @SimulatedJujuTest
  void areCollectedInHooksThatNobodyObservesAndSetOnlyWhereTheyDiffer(SimulatedJuju juju) {
    ofUnit.add(active("well"));

    SimulatedUnit unit = deployed(juju);

    assertEquals(
        List.of("install [status-get, status-set]", "leader-elected [is-leader, status-get]"),
        unit.hooks().stream()
            .filter(hook -> hook.hook().name().matches("install|leader-elected"))
            .map(hook -> hook.hook().name() + " " + commands(hook))
            .map(line -> line.replace("install [is-leader, ", "install ["))
            .toList());
  }

  @SimulatedJujuTest
  void leaveTheStatusWhereNothingIsAdded(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);

    HookRecord hook = unit.updateStatus().run("update-status");

    assertEquals(new WorkloadStatus("active", "by the handler"), unit.status());
    assertEquals(List.of("is-leader", "status-get", "status-set"), commands(hook));
  }

  @SimulatedJujuTest
  void haveTheLastWordAfterTheHandlers(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    ofUnit.add(waiting("for the others"));

    unit.updateStatus().run("update-status");

    assertEquals(new WorkloadStatus("waiting", "for the others"), unit.status());
  }

  @SimulatedJujuTest
  void areNotAskedForWhenTheHookFails(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    WorkloadStatus before = unit.status();
    ofUnit.add(blocked("never seen"));
    failing = true;

    unit.updateStatus().run("update-status");

    assertEquals(before, unit.status());
  }

  @SimulatedJujuTest
  void ofTheApplicationAreTheLeadersAlone(SimulatedJuju juju) {
    deployed(juju);
    ofApplication.add(blocked("never seen"));

    HookRecord hook = juju.unit("a/1").updateStatus().run("update-status");

    assertEquals(new WorkloadStatus("", ""), juju.application("a").status());
    assertEquals(List.of("is-leader", "status-get", "status-set"), commands(hook));
  }

  private static List<String> commands(HookRecord hook) {
    return hook.commands().stream()
        .map(CommandRecord::command)
        .filter(command -> !command.equals("juju-log"))
        .toList();
  }
}
