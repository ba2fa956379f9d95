package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.StorageFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Storage, as contract sections 5.1, 5.2 and 5.6 have it. */
class StorageTest {

  private static final String CHARM =
      """
      name: db
      storage:
        data: {type: filesystem, location: /srv/data}
        cache: {type: block, multiple: {range: 0-2}}
        logs: {type: filesystem, multiple: {range: 0-}}
      requires:
        channel: {interface: signals}
      """;

  private static SimulatedUnit deploy(SimulatedJuju juju, CharmScript script) {
    juju.deploy("db", CharmUnderTest.scripted(CHARM, script));
    return juju.unit("db/0");
  }

  private static List<String> names(SimulatedUnit unit) {
    return unit.hookNames();
  }

  @SimulatedJujuTest
  void isAttachedBeforeInstallOnAMachine(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();

    assertEquals(
        List.of(
            "data-storage-attached data/0", "install", "leader-elected", "config-changed", "start"),
        names(unit));
    Map<String, String> environment = unit.hooks().get(0).environment();
    assertEquals("data-storage-attached", environment.get("JUJU_HOOK_NAME"));
    assertEquals("hooks/data-storage-attached", environment.get("JUJU_DISPATCH_PATH"));
    assertEquals("data/0", environment.get("JUJU_STORAGE_ID"));
    assertEquals("filesystem", environment.get("JUJU_STORAGE_KIND"));
    assertTrue(Files.isDirectory(Path.of(environment.getOrDefault("JUJU_STORAGE_LOCATION", ""))));
  }

  @SimulatedJujuTest
  void isAttachedAfterStartOnKubernetes(SimulatedJuju juju) {
    juju.deployOnKubernetes("db", CharmUnderTest.scripted(CHARM, IDLE));
    juju.settle();

    assertEquals(
        List.of(
            "install", "leader-elected", "config-changed", "start", "data-storage-attached data/0"),
        names(juju.unit("db/0")));
  }

  @SimulatedJujuTest
  void isDetachedBeforeAnythingElseWhenItsUnitGoes(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.deploy("p", TwoCharms.p(IDLE));
    juju.integrate("p", "db");
    juju.settle();
    unit.remove();
    int before = unit.hooks().size();
    juju.settle();

    assertEquals(
        List.of(
            "data-storage-detaching data/0",
            "channel-relation-departed p/0",
            "channel-relation-broken p",
            "stop",
            "remove"),
        names(unit).subList(before, unit.hooks().size()));
    assertEquals("detached", juju.storages().get(0).status());
  }

  @SimulatedJujuTest
  void isAddedAtTheCommit(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    unit.exec(
        hook -> {
          hook.text("storage-add", "cache=2");
          assertEquals("data/0", hook.text("storage-list"));
        });
    assertEquals(List.of("cache/1", "cache/2", "data/0"), ids(unit));

    assertEquals(
        List.of("db/0 cache-storage-attached cache/1", "db/0 cache-storage-attached cache/2"),
        juju.settle().stream().map(HookRecord::toString).sorted().toList());
    assertEquals(
        "adding storage \"cache\" for unit \"db/0\": at most 2 instances supported, 3 specified",
        unit.exec(hook -> hook.text("storage-add", "cache")).message());
    assertEquals(
        "adding storage \"data2\" for unit \"db/0\": charm storage \"data2\" not found",
        unit.exec(hook -> hook.text("storage-add", "data2")).message());
  }

  @SimulatedJujuTest
  void cannotBeAddedInAnyNumber(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();

    assertEquals(
        List.of(
            "adding storage \"cache\" for unit \"db/0\": at most 2 instances supported, 3000000000"
                + " specified",
            "adding storage \"logs\" for unit \"db/0\": at most 10000 instances supported,"
                + " 4294967294 specified"),
        List.of(
            unit.exec(hook -> hook.text("storage-add", "cache=3000000000")).message(),
            unit.exec(
                    hook -> {
                      hook.text("storage-add", "logs=2147483647");
                      hook.text("storage-add", "logs=2147483647");
                    })
                .message()));
    assertEquals(List.of("data/0"), ids(unit));
  }

  @SimulatedJujuTest
  void isAddedDetachedAndAttachedByAnOperator(SimulatedJuju juju) {
    SimulatedUnit unit =
        deploy(
            juju,
            hook -> {
              if (hook.is("cache-storage-detaching")) {
                hook.setState("location", hook.text("storage-get", "location"));
              }
            });
    juju.application("db").addUnit();
    juju.settle();
    String id = unit.addStorage("cache");
    juju.settle();
    unit.detachStorage(id);
    juju.settle();

    assertEquals(
        List.of("cache-storage-attached " + id, "cache-storage-detaching " + id),
        names(unit).subList(names(unit).size() - 2, names(unit).size()));
    assertTrue(unit.state().getOrDefault("location", "").endsWith(id.replace('/', '-')));
    juju.unit("db/1").attachStorage(id);
    juju.settle();
    assertEquals(
        List.of("attached"),
        juju.unit("db/1").storages().stream()
            .filter(each -> each.id().equals(id))
            .map(StorageFacts::status)
            .toList());
  }

  @SimulatedJujuTest
  void goesWithoutAHookIfTheCharmNeverHeardOfIt(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();
    unit.detachStorage(unit.addStorage("cache"));

    assertEquals(List.of(), juju.settle());
  }

  @SimulatedJujuTest
  void cannotBeMoreOrLessThanTheCharmTakes(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    juju.settle();

    assertEquals(
        List.of("\"db/0\" has 1 of storage \"data\" already, and its charm takes no more"),
        complaints(() -> unit.addStorage("data")));
    assertEquals(
        List.of("Application \"db\" has no storage \"disk\"; it has [cache, data, logs]"),
        complaints(() -> unit.addStorage("disk")));
    assertEquals(
        List.of(
            "The charm of \"db/0\" needs 1 of storage \"data\", so \"data/0\" cannot be detached"),
        complaints(() -> unit.detachStorage("data/0")));
    assertEquals(
        List.of("There is no storage \"data/7\"; there are [data/0]"),
        complaints(() -> unit.detachStorage("data/7")));
    assertEquals(
        List.of("Storage \"data/0\" is attached to \"db/0\"; detach it first"),
        complaints(() -> unit.attachStorage("data/0")));
  }

  @SimulatedJujuTest
  void listsEverythingWrongWithItsDeclaration(SimulatedJuju juju) {
    assertEquals(
        List.of(
            "Storage \"Data\" is not lower-case words, such as \"data\"",
            "Storage \"Data\" has type \"disk\"; Juju knows block, filesystem",
            "Storage \"cache\" has range \"many\"; write \"0-\", \"1-3\" or \"2+\"",
            "Resource \"image\" has type \"docker\"; Juju knows file, oci-image",
            "Resource \"tool\" names no file; write \"tool: {type: file, filename: tool.zip}\"",
            "Container \"Web\" is not lower-case words of at most 63 letters, such as \"workload\"",
            "Container \"Web\" is made of resource \"img\", which is not declared; there are [image,"
                + " tool]",
            "Container \"Web\" mounts storage \"disk\", which is not declared; there are [Data,"
                + " cache]"),
        complaints(
            () ->
                CharmUnderTest.scripted(
                    """
                    name: db
                    storage:
                      Data: {type: disk}
                      cache: {type: block, multiple: {range: many}}
                    resources:
                      image: {type: docker}
                      tool: {type: file}
                    containers:
                      Web:
                        resource: img
                        mounts: [{storage: disk, location: /x}]
                    """,
                    IDLE)));
  }

  private static List<String> ids(SimulatedUnit unit) {
    return unit.storages().stream().map(StorageFacts::id).sorted().toList();
  }

  private static List<String> complaints(Executable action) {
    return assertThrows(ImpossibleWorldException.class, action).complaints();
  }
}
