package dev.charmsignals.juju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.PortRange;
import dev.charmsignals.model.RefusedDeedException;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class PortsTest {

  private static final String METADATA =
      "name: app\nprovides:\n  db: {interface: x}\n  web: {interface: x}\n";
  private static final PortRange HTTP = PortRange.tcp(80);
  private static final PortRange HTTPS = PortRange.tcp(443);

  private final Probe probe = new Probe();

  @SimulatedJujuTest
  void opensWhatIsWantedAndClosesTheRest(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();

    probe.act(juju, "app/0", session -> session.unit().ports().set(HTTP, PortRange.tcp(1, 9)));
    Set<String> first = juju.unit("app/0").facts().openedPorts();
    probe.act(juju, "app/0", session -> session.unit().ports().set(HTTP, PortRange.tcp(5)));

    assertEquals(Set.of("80/tcp", "1-9/tcp"), first);
    assertEquals(Set.of("80/tcp", "5/tcp"), juju.unit("app/0").facts().openedPorts());
  }

  @SimulatedJujuTest
  void opensNothingWhenTheHookFails(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();

    probe.failure(
        juju,
        "app/0",
        session -> {
          session.unit().ports().open(HTTP);
          throw new IllegalStateException("disk full");
        });

    assertEquals(Set.of(), juju.unit("app/0").facts().openedPorts());
  }

  @SimulatedJujuTest
  void narrowsWhatIsOpenForAllToSome(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();
    List<Map<PortRange, Set<String>>> seen = new ArrayList<>();

    probe.act(juju, "app/0", session -> session.unit().ports().set(HTTP, HTTPS));
    probe.act(juju, "app/0", session -> session.unit().ports().close(HTTP, "db"));
    probe.act(juju, "app/0", session -> seen.add(session.unit().ports().opened()));

    assertEquals(List.of(Map.of(HTTP, Set.of("web"), HTTPS, Set.of())), seen);
  }

  @SimulatedJujuTest
  void explainsThatKubernetesOpensNoRanges(SimulatedJuju juju) {
    juju.deployOnKubernetes("app", probe.charm(METADATA));
    juju.settle();

    RuntimeException refused =
        probe.failure(juju, "app/0", session -> session.unit().ports().open(PortRange.udp(1, 9)));
    boolean one = probe.act(juju, "app/0", session -> session.unit().ports().open(HTTP));

    assertInstanceOf(RefusedDeedException.class, refused);
    assertTrue(one);
    assertEquals(Set.of("80/tcp"), juju.unit("app/0").facts().openedPorts());
  }

  @SimulatedJujuTest
  void countsTheUnitsThatAreToBe(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.application("app").scale(3);
    juju.settle();
    List<Integer> planned = new ArrayList<>();

    probe.act(juju, "app/0", session -> planned.add(session.application().plannedUnits()));
    juju.unit("app/2").hold().remove();
    probe.act(juju, "app/0", session -> planned.add(session.application().plannedUnits()));

    assertEquals(List.of(3, 2), planned);
  }
}
