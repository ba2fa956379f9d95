package dev.charmsignals.examples.reconciler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

class ReconcilerCharmTest {

  private static final CharmUnderTest TENANT =
      CharmUnderTest.scripted(
          """
          name: tenant
          requires:
            address: {interface: service-address}
          provides:
            name: {interface: any-application}
          """,
          hook -> {});

  private final FakeCluster cluster = new FakeCluster();
  private final CharmUnderTest charm =
      CharmUnderTest.inProcess(
          context -> new ReconcilerCharm(context, cluster, UnaryOperator.identity()), Path.of("."));

  private static WorkloadStatus status(SimulatedJuju juju) {
    return juju.unit("reconciler/0").status();
  }

  // region test
  @SimulatedJujuTest
  void makesResourcesThoughTheServiceDoesNotStart(SimulatedJuju juju) {
    juju.deployOnKubernetes("reconciler", charm);
    juju.unit("reconciler/0").container("workload").pebble().exitAtOnce("my-service", 1);
    juju.deploy("tenant", TENANT);
    juju.integrate("reconciler:relation-1", "tenant:address");
    juju.integrate("reconciler:relation-2", "tenant:name");

    juju.settle();

    assertEquals(List.of("tenant"), cluster.resources());
    assertEquals(
        new WorkloadStatus(
            "waiting",
            "[pebble-service] Waiting for Pebble services (my-service).  If this persists, it could"
                + " be a blocking configuration error."),
        status(juju));
  }

  // endregion

  @SimulatedJujuTest
  void tellsItsPortWhenTheServiceRuns(SimulatedJuju juju) {
    juju.deployOnKubernetes("reconciler", charm);
    juju.deploy("tenant", TENANT);
    SimulatedRelation address = juju.integrate("reconciler:relation-1", "tenant:address");
    juju.integrate("reconciler:relation-2", "tenant:name");
    juju.settle();
    assertEquals("8080", address.bag("reconciler").get("port"));

    juju.application("reconciler").config("port", 9090);
    juju.settle();
    assertEquals("9090", address.bag("reconciler").get("port"));
    assertEquals(new WorkloadStatus("active", ""), status(juju));
  }

  @SimulatedJujuTest
  void deletesTheResourceOfAnApplicationThatIsGone(SimulatedJuju juju) {
    juju.deployOnKubernetes("reconciler", charm);
    juju.deploy("tenant", TENANT);
    juju.deploy("other", TENANT);
    SimulatedRelation name = juju.integrate("reconciler:relation-2", "tenant:name");
    juju.integrate("reconciler:relation-2", "other:name");
    juju.settle();
    assertEquals(List.of("other", "tenant"), cluster.resources());

    name.remove();
    juju.settle();
    assertEquals(List.of("other"), cluster.resources());
  }

  @SimulatedJujuTest
  void deletesAllResourcesWhenItIsRemoved(SimulatedJuju juju) {
    juju.deployOnKubernetes("reconciler", charm);
    juju.deploy("tenant", TENANT);
    juju.integrate("reconciler:relation-2", "tenant:name");
    juju.settle();
    juju.application("reconciler").remove();
    juju.settle();

    assertEquals(List.of(), cluster.resources());
  }

  /** Acceptance case 40 of the reconciler. */
  @SimulatedJujuTest
  void case40AsksTheClusterNothingOnAUnitThatDoesNotLead(SimulatedJuju juju) {
    juju.deployOnKubernetes("reconciler", charm);
    juju.deploy("tenant", TENANT);
    juju.integrate("reconciler:relation-1", "tenant:address");
    juju.integrate("reconciler:relation-2", "tenant:name");
    juju.settle();
    juju.application("reconciler").noLeader();
    cluster.asked.clear();
    juju.unit("reconciler/0").updateStatus().run("update-status");

    assertEquals(List.of(), cluster.asked);
    assertEquals(new WorkloadStatus("active", ""), status(juju));
  }

  private static final class FakeCluster implements Cluster {
    final List<String> asked = new ArrayList<>();
    private final TreeSet<String> resources = new TreeSet<>();

    List<String> resources() {
      return List.copyOf(resources);
    }

    @Override
    public boolean has(String application) {
      asked.add("has " + application);
      return resources.contains(application);
    }

    @Override
    public void apply(String application) {
      asked.add("apply " + application);
      resources.add(application);
    }

    @Override
    public void keepOnly(Collection<String> applications) {
      asked.add("keep " + applications);
      resources.retainAll(applications);
    }
  }
}
