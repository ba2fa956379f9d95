package dev.charmsignals.examples.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.StatusPool;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

class PooledStatusTest {

  private static final CharmUnderTest RELATED_UNITS =
      CharmUnderTest.inProcess(RelatedUnitsCharm::new, Path.of("."));
  private static final CharmUnderTest REMOTE =
      CharmUnderTest.scripted("name: remote\nprovides:\n  foo: {interface: foo}", hook -> {});

  @SimulatedJujuTest
  void showsTheWorstAndTagsTheLog(SimulatedJuju juju) {
    juju.deploy("tst", CharmUnderTest.inProcess(FirstCharm::new, "name: tst"));
    SimulatedUnit unit = juju.unit("tst/0");
    unit.runUntil("install");
    WorkloadStatus afterInstall = unit.status();
    juju.settle();

    assertEquals(
        List.of(
            new WorkloadStatus("active", "(relation_1) ✅"),
            new WorkloadStatus("blocked", "(workload) 💔")),
        List.of(afterInstall, unit.status()));
    assertEquals(
        List.of(
            "WARNING StatusPool: [workload] found something weird",
            "INFO StatusPool: [workload] attempting to work around...",
            "ERROR StatusPool: [workload] whoopsiedaisies!"),
        unit.logs().stream().map(line -> line.level() + " " + line.text()).toList());
  }

  @SimulatedJujuTest
  void putsTheFirstDeclaredFirst(SimulatedJuju juju) {
    assertEquals(
        new WorkloadStatus("blocked", "(relation_3) no answer"), shown(juju, OrderedPool::new));
  }

  @SimulatedJujuTest
  void putsTheSmallerPriorityFirst(SimulatedJuju juju) {
    assertEquals(
        new WorkloadStatus("blocked", "(workload) no disk"), shown(juju, PrioritisedPool::new));
  }

  private static WorkloadStatus shown(SimulatedJuju juju, Function<CharmContext, StatusPool> pool) {
    juju.deploy(
        "tst",
        CharmUnderTest.inProcess(context -> new PrioritiesCharm(context, pool), "name: tst"));
    juju.settle();
    return juju.unit("tst/0").status();
  }

  @SimulatedJujuTest(seeds = 3)
  void tracksEveryRelatedUnitUntilItLeaves(SimulatedJuju juju) {
    juju.deployOnKubernetes("local", RELATED_UNITS);
    juju.settle();
    SimulatedUnit local = juju.unit("local/0");
    WorkloadStatus alone = local.status();

    juju.deploy("remote", REMOTE).scale(2);
    juju.integrate("remote:foo", "local:foo");
    juju.settle();
    WorkloadStatus related = local.status();
    long waiting = local.logs().stream().filter(line -> line.text().contains("waiting")).count();

    juju.application("remote").scale(0);
    juju.settle();

    assertEquals(
        List.of(
            new WorkloadStatus("active", ""),
            new WorkloadStatus("waiting", "(remote/0) this relation is waiting"),
            new WorkloadStatus("active", "")),
        List.of(alone, withFirstUnit(related), local.status()));
    assertEquals(true, waiting >= 2);
    assertEquals(false, local.state().toString().contains("remote/"));
  }

  /** Which of the two joined first is for the seed to say. */
  private static WorkloadStatus withFirstUnit(WorkloadStatus status) {
    return new WorkloadStatus(status.status(), status.message().replace("remote/1", "remote/0"));
  }
}
