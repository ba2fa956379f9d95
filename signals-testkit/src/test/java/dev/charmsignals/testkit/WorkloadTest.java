package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pod's containers tell the charm, as contract sections 1.7 and 5.1 have it. */
class WorkloadTest {

  private static final String CHARM =
      """
      name: web
      containers:
        workload: {resource: image}
        proxy: {}
      resources:
        image: {type: oci-image}
      """;

  private static SimulatedUnit deploy(SimulatedJuju juju, CharmScript script) {
    juju.deployOnKubernetes("web", CharmUnderTest.scripted(CHARM, script));
    return juju.unit("web/0");
  }

  private static List<String> settled(SimulatedJuju juju) {
    return juju.settle().stream().map(record -> record.hook().toString()).toList();
  }

  private static Map<String, String> lastEnvironment(SimulatedUnit unit) {
    return unit.hooks().get(unit.hooks().size() - 1).environment();
  }

  @SimulatedJujuTest
  void isReadyAtSomeTimeAfterInstall(SimulatedJuju juju) {
    Set<List<String>> orders = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      try (SimulatedJuju other = SimulatedJuju.seeded(seed)) {
        SimulatedUnit unit = deploy(other, IDLE);
        other.settle();
        List<String> names = unit.hookNames();
        assertEquals("install", names.get(0));
        assertEquals(names.indexOf("config-changed") + 1, names.indexOf("start"));
        assertEquals(6, names.size());
        orders.add(names);
      }
    }
    assertTrue(orders.size() > 3);
  }

  @SimulatedJujuTest
  void namesItsContainer(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    unit.container("workload").restart();

    assertEquals(List.of("workload-pebble-ready"), settled(juju));
    assertEquals("workload", lastEnvironment(unit).get("JUJU_WORKLOAD_NAME"));
    assertEquals("hooks/workload-pebble-ready", lastEnvironment(unit).get("JUJU_DISPATCH_PATH"));
    assertTrue(
        unit.container("workload")
            .socket()
            .toString()
            .endsWith("agents/unit-web-0/containers/workload/pebble.socket"));
  }

  @SimulatedJujuTest
  void tellsOfNoticesInTheirOrder(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    unit.container("workload").customNotice("example.com/a").customNotice("example.com/b");

    assertEquals(
        List.of(
            "workload-pebble-custom-notice example.com/a",
            "workload-pebble-custom-notice example.com/b"),
        settled(juju));
    Map<String, String> environment = lastEnvironment(unit);
    assertEquals("2", environment.get("JUJU_NOTICE_ID"));
    assertEquals("custom", environment.get("JUJU_NOTICE_TYPE"));
    assertEquals("example.com/b", environment.get("JUJU_NOTICE_KEY"));
    assertEquals("workload", environment.get("JUJU_WORKLOAD_NAME"));
  }

  @SimulatedJujuTest
  void tellsOfChecks(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    unit.container("proxy")
        .pebble()
        .client()
        .layers()
        .add("test", Layer.empty().check("up", Check.tcp(80)));
    unit.container("proxy").failCheck("up").recoverCheck("up");

    assertEquals(
        List.of("proxy-pebble-check-failed up", "proxy-pebble-check-recovered up"), settled(juju));
    assertEquals("up", lastEnvironment(unit).get("JUJU_PEBBLE_CHECK_NAME"));
    assertEquals("proxy", lastEnvironment(unit).get("JUJU_WORKLOAD_NAME"));
  }

  @SimulatedJujuTest
  void isReadyAgainAfterAFailureWithoutAnError(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    unit.container("workload").restart();
    unit.failNext("workload-pebble-ready").runNextHook();

    assertEquals(new WorkloadStatus("idle", ""), unit.agentStatus());
    assertEquals(List.of(), unit.due());
    juju.advance(Duration.ofSeconds(5));
    assertEquals(List.of("workload-pebble-ready"), settled(juju));
    assertEquals(List.of(), settled(juju));
  }

  @SimulatedJujuTest
  void givesUpForThisTimeIfItNeverSucceeds(SimulatedJuju juju) {
    SimulatedUnit unit =
        deploy(
            juju,
            hook -> {
              if (hook.is("workload-pebble-ready")) {
                throw hook.exit(1);
              }
            });

    juju.settle();

    assertFalse(unit.hookNames().isEmpty());
    assertEquals(
        List.of("workload-pebble-ready", "workload-pebble-ready", "workload-pebble-ready"),
        settled(juju));
  }

  @SimulatedJujuTest
  void skipsANoticeWhoseHookFails(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    unit.container("workload").customNotice("example.com/a");
    unit.failNextHook();

    assertEquals(List.of("workload-pebble-custom-notice example.com/a"), settled(juju));
    assertEquals(new WorkloadStatus("idle", ""), unit.agentStatus());
  }

  @SimulatedJujuTest
  void saysNothingWhileItCannotBeReached(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    unit.container("workload").disconnect();
    juju.settle();

    assertFalse(unit.hookNames().contains("workload-pebble-ready"));
    assertFalse(unit.container("workload").canConnect());
    assertEquals(
        "Container \"workload\" cannot be reached, so nobody hears of what happens in it",
        assertThrows(
                ImpossibleWorldException.class,
                () -> unit.container("workload").customNotice("example.com/a"))
            .getMessage());
    unit.container("workload").connect();
    assertEquals(List.of("workload-pebble-ready"), settled(juju));
  }

  @SimulatedJujuTest
  void beginsAnewInANewPod(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    juju.application("web").refresh(CharmUnderTest.scripted(CHARM, IDLE));
    List<String> names = settled(juju);

    assertEquals("stop", names.get(0));
    assertTrue(names.contains("workload-pebble-ready"));
    unit.reboot();
    assertEquals(
        List.of("proxy-pebble-ready", "start", "workload-pebble-ready"),
        settled(juju).stream().sorted().toList());
  }

  @SimulatedJujuTest
  void losesTheFilesOfItsContainersWithItsPod(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    Path file = unit.container("workload").pebble().root().resolve("made-there");
    Files.writeString(file, "");

    unit.container("workload").restart();
    juju.settle();
    boolean restarted = Files.exists(file);
    unit.reboot();
    juju.settle();

    assertTrue(restarted);
    assertFalse(Files.exists(file));
    assertTrue(unit.container("workload").pebble().isListening());
  }

  @SimulatedJujuTest
  void getsTheContainersOfTheNextRevisionInANewPod(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();

    juju.application("web")
        .refresh(CharmUnderTest.scripted("{name: web, containers: {proxy: {}, cache: {}}}", IDLE));
    List<String> names = settled(juju);

    assertEquals(
        List.of("cache-pebble-ready", "proxy-pebble-ready"),
        names.stream().filter(name -> name.endsWith("ready")).sorted().toList());
    assertThrows(ImpossibleWorldException.class, () -> unit.container("workload"));
  }

  @SimulatedJujuTest
  void existsOnlyInPods(SimulatedJuju juju) {
    juju.deploy("web", CharmUnderTest.scripted(CHARM, IDLE));
    juju.settle();

    assertEquals(
        List.of("install", "leader-elected", "config-changed", "start"),
        juju.hooks().stream().map(HookRecord::hook).map(Object::toString).toList());
    assertEquals(
        "\"web/0\" has no container \"workload\"; it has [], and units on machines never have one",
        assertThrows(ImpossibleWorldException.class, () -> juju.unit("web/0").container("workload"))
            .getMessage());
  }

  /** Notes where it would look for its containers. */
  static final class Web extends Charm {

    Web(CharmContext context) {
      super(context);
      observe(
          on().container("workload").pebbleReady(),
          event -> {
            Optional<String> where = context.environment().variable("CHARM_SIGNALS_CONTAINERS");
            state().put("containers", where.orElse("nowhere"));
          });
    }
  }

  @SimulatedJujuTest
  void tellsACharmClassWhereTheSocketsAre(SimulatedJuju juju) {
    juju.deployOnKubernetes("web", CharmUnderTest.inProcess(Web::new, CHARM));
    juju.settle();

    SimulatedUnit unit = juju.unit("web/0");
    assertEquals(
        Map.of("containers", directory(unit.container("workload").socket(), 2)), unit.state());
  }

  private static String directory(Path file, int up) {
    Path directory = file;
    for (int i = 0; i < up; i++) {
      directory = Optional.ofNullable(directory.getParent()).orElseThrow();
    }
    return directory.toString();
  }
}
