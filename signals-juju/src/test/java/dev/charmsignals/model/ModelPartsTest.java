package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UndeclaredNameException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Storage, resources, networks, the cloud, reboots. */
class ModelPartsTest {

  private final FakeAgent agent = new FakeAgent();
  private final HookSession session = session(FakeHook.ofDatabase("changed"), "0");

  @Test
  void listsTheStorageOfAName() {
    agent.answer("storage-list -- data", "[\"data/3\",\"data/1\"]");
    agent.answer("storage-get -s data/1", "{\"kind\":\"block\",\"location\":\"/dev/sdb\"}");

    List<Storage> storages = session.model().storages().named("data");

    assertEquals(List.of("data/1", "data/3"), storages.stream().map(Storage::id).toList());
    assertEquals("data", storages.get(0).name());
    assertEquals(Storage.Kind.BLOCK, storages.get(0).kind());
    assertEquals(Path.of("/dev/sdb"), storages.get(0).location());
    assertSame(storages.get(0), session.model().storages().get("data/1"));
    assertEquals(List.of("storage-list -- data", "storage-get -s data/1"), agent.calls());
  }

  @Test
  void requestsStorageWhenTheHookSucceeds() {
    Storages storages = session.model().storages();
    storages.request("data", 1);
    Savepoint before = session.savepoint();
    storages.request("data", 5);
    session.rollback(before);
    storages.request("data", 2);

    session.commit();

    assertEquals(List.of("storage-add -- data=3"), agent.calls());
    assertThrows(IllegalArgumentException.class, () -> storages.request("data", 0));
  }

  @Test
  void fetchesAResourceOnce() {
    agent.answer("resource-get -- tool", "/r/tool.bin");

    session.model().resources().path("tool");

    assertEquals(Path.of("/r/tool.bin"), session.model().resources().path("tool"));
    assertEquals(List.of("resource-get -- tool"), agent.calls());
  }

  @Test
  void namesWhatIsDeclaredWhereANameIsNot() {
    Model model = session.model();

    var storage = assertThrows(UndeclaredNameException.class, () -> model.storages().named("dat"));
    var resource = assertThrows(UndeclaredNameException.class, () -> model.resources().path("tol"));

    assertEquals(Optional.of("data"), storage.nearest());
    assertTrue(resource.getMessage().contains("did you mean \"tool\"?"));
    assertTrue(resource.getMessage().contains("resources:\n  tol:\n    type: file"));
    assertThrows(UndeclaredNameException.class, () -> model.storages().request("dat", 1));
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void looksUpTheNetworkOfARelationAndOfItsEndpointWhenThatIsGone() {
    String network = "{\"ingress-addresses\":[\"10.0.0.7\"]}";
    agent.answer("network-get -r db:7 -- db", network);
    agent.answer("network-get -- db", network);
    HookSession broken = session(FakeHook.ofDatabase("broken"), "0");

    assertEquals(
        Optional.of("10.0.0.7"),
        session.relation(new RelationId("db", 7)).network().ingressAddress());
    assertEquals(
        Optional.of("10.0.0.7"),
        broken.relation(new RelationId("db", 7)).network().ingressAddress());
    assertEquals(Optional.of("10.0.0.7"), session.model().network("db").ingressAddress());
    assertEquals(
        List.of("network-get -r db:7 -- db", "network-get -- db", "network-get -- db"),
        agent.calls());
  }

  @Test
  void asksOnceForTheModelAtTheOtherSide() {
    agent.answer("relation-model-get -r db:7", "{\"uuid\":\"another\"}");
    Relation relation = session.relation(new RelationId("db", 7));

    assertEquals("another", relation.remoteModelUuid());
    assertTrue(relation.isCrossModel());
    assertEquals(List.of("relation-model-get -r db:7"), agent.calls());
  }

  @Test
  void countsTheUnitsThatAreToBe() {
    agent.answer(
        "goal-state",
        "{\"units\":{\"app/0\":{\"status\":\"dying\"},\"app/1\":{\"status\":\"active\"},"
            + "\"app/2\":{\"status\":\"waiting\"}}}");

    assertEquals(2, session.application().plannedUnits());
  }

  @Test
  void explainsThatCredentialsNeedTrust() {
    agent.fail("credential-get", "cannot access cloud credentials: permission denied");

    var machine = assertThrows(RefusedDeedException.class, () -> session.model().cloud());
    var kubernetes =
        assertThrows(
            RefusedDeedException.class,
            () -> session(FakeHook.lifecycle("start"), "").model().cloud());

    assertEquals("Ask for it: juju trust app", machine.wayOut());
    assertEquals("Ask for it: juju trust app --scope=cluster", kubernetes.wayOut());
    agent.fail("credential-get", "connection is shut down");
    assertThrows(HookToolException.class, () -> session.model().cloud());
  }

  @Test
  void rebootsWhenTheHookHasSucceededAndAfterEverythingElse() {
    session.unit().reboot();
    session.unit().setStatus(Status.active());
    assertFalse(agent.calls().contains("juju-reboot"));

    session.commit();

    assertTrue(agent.calls().contains("juju-reboot"));
  }

  @Test
  void rebootsAtOnce() {
    session.unit().rebootNow();

    assertEquals(List.of("juju-reboot --now"), agent.calls());
  }

  @Test
  void explainsWhereNothingCanBeRebooted() {
    Map<String, String> action = FakeHook.lifecycle("start");
    action.put("JUJU_DISPATCH_PATH", "actions/backup");
    Unit inAction = session(action, "0").unit();
    Unit onKubernetes = session(FakeHook.lifecycle("start"), "").unit();

    var refused = assertThrows(RefusedDeedException.class, inAction::reboot);
    assertEquals("an action runs, and Juju reboots for hooks only", refused.reason());
    assertThrows(RefusedDeedException.class, onKubernetes::rebootNow);
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void tellsTheUnitsAddresses() {
    agent.answer("unit-get private-address", "\"10.0.0.7\"");
    agent.answer("unit-get public-address", "\"db.example\"");

    assertEquals("10.0.0.7", session.unit().privateAddress());
    assertEquals("db.example", session.unit().publicAddress());
  }

  private HookSession session(Map<String, String> environment, String machine) {
    if (!machine.isEmpty()) {
      environment.put("JUJU_MACHINE_ID", machine);
    }
    return new HookSession(
        new HookTools(agent), HookEnvironment.of(environment), new FakeDeclarations());
  }
}
