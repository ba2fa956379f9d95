package dev.charmsignals.juju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.CloudSpec;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.model.RefusedDeedException;
import dev.charmsignals.name.UndeclaredNameException;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.ArrayList;
import java.util.List;

/** What a unit runs on: storage, resources, the cloud, its machine. */
class HostTest {

  private static final String METADATA =
      """
      name: app
      provides:
        db: {interface: x}
      storage:
        data: {type: filesystem, multiple: {range: 0-2}}
      resources:
        tool: {type: file, filename: tool.bin}
      """;

  private final Probe probe = new Probe();

  @SimulatedJujuTest
  void hasStorageOnceTheHookThatAsksForItSucceeds(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();

    probe.failure(
        juju,
        "app/0",
        session -> {
          session.model().storages().request("data", 1);
          throw new IllegalStateException("disk full");
        });
    int before = juju.storages().size();
    probe.act(juju, "app/0", session -> session.model().storages().request("data", 2));

    assertEquals(0, before);
    assertEquals(2, juju.unit("app/0").storages().size());
  }

  @SimulatedJujuTest
  void failsWhenJujuHasNoMoreStorage(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();

    boolean committed =
        probe.act(juju, "app/0", session -> session.model().storages().request("data", 3));

    assertFalse(committed);
    assertTrue(juju.unit("app/0").logs().toString().contains("at most 2 instances supported"));
  }

  @SimulatedJujuTest
  void refusesNamesThatAreNotDeclaredAndTellsOfAMissingFile(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();

    assertInstanceOf(
        UndeclaredNameException.class,
        probe.failure(juju, "app/0", session -> session.model().resources().path("tol")));
    assertInstanceOf(
        UndeclaredNameException.class,
        probe.failure(juju, "app/0", session -> session.model().storages().named("dat")));
    assertInstanceOf(
        HookToolException.class,
        probe.failure(juju, "app/0", session -> session.model().resources().path("tool")));
  }

  @SimulatedJujuTest
  void knowsItsCloudOnceItIsTrusted(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();
    List<CloudSpec> clouds = new ArrayList<>();

    RuntimeException refused = probe.failure(juju, "app/0", session -> session.model().cloud());
    juju.application("app").trust();
    juju.settle();
    probe.act(juju, "app/0", session -> clouds.add(session.model().cloud()));

    assertEquals(
        "app/0 may not read the credentials of the cloud: the operator has not trusted the"
            + " application with them. Ask for it: juju trust app",
        assertInstanceOf(RefusedDeedException.class, refused).getMessage());
    CloudSpec.Credential credential = clouds.get(0).credential().orElseThrow();
    assertFalse(credential.attributes().isEmpty());
    for (String value : credential.attributes().values()) {
      assertFalse(clouds.toString().contains(value));
    }
  }

  @SimulatedJujuTest
  void startsAgainAfterAReboot(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();
    int before = juju.unit("app/0").hooks().size();

    probe.act(juju, "app/0", session -> session.unit().reboot());
    juju.settle();

    assertEquals(
        List.of("update-status", "start"),
        juju.unit("app/0").hookNames().subList(before, juju.unit("app/0").hooks().size()));
  }

  @SimulatedJujuTest
  void doesNotRebootWhenTheHookFails(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.settle();
    int before = juju.unit("app/0").hooks().size();

    probe.failure(
        juju,
        "app/0",
        session -> {
          session.unit().reboot();
          throw new IllegalStateException("disk full");
        });
    juju.settle();

    assertFalse(
        juju.unit("app/0")
            .hookNames()
            .subList(before, juju.unit("app/0").hooks().size())
            .contains("start"));
  }

  @SimulatedJujuTest
  void refusesToRebootAPod(SimulatedJuju juju) {
    juju.deployOnKubernetes("app", probe.charm(METADATA));
    juju.settle();

    assertInstanceOf(
        RefusedDeedException.class,
        probe.failure(juju, "app/0", session -> session.unit().rebootNow()));
  }

  @SimulatedJujuTest
  void knowsTheModelAtTheOtherSide(SimulatedJuju juju) {
    juju.deploy("app", probe.charm(METADATA));
    juju.deploy("other", new Probe().charm("name: other\nrequires:\n  db: {interface: x}\n"));
    juju.integrateAcrossModels("app:db", "other:db");
    juju.settle();
    List<Boolean> crossing = new ArrayList<>();

    probe.act(
        juju, "app/0", session -> crossing.add(session.relations("db").get(0).isCrossModel()));

    assertEquals(List.of(true), crossing);
  }
}
