package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionTest {

  private final FakeAgent agent = new FakeAgent();
  private final HookSession session = session("actions/backup");

  enum Level {
    FULL
  }

  record Disk(long usedMb, String mountPoint) {}

  record Report(Disk disk, Level level, List<String> files, Optional<String> note, boolean done) {}

  @Test
  void flattensWhatIsNested() {
    Action action = session.model().action();
    Map<String, Object> disk = new LinkedHashMap<>(Map.of("used", 5, "path", Map.of("at", "/srv")));

    action.result("disk", disk);
    action.result("ok", true);
    action.result("empty", Optional.empty());

    assertEquals(Map.of("disk.path.at", "/srv", "disk.used", "5", "ok", "true"), action.results());
  }

  @Test
  void turnsARecordIntoKeysWithDashes() {
    Action action = session.model().action();

    action.results(
        new Report(new Disk(5, "/srv"), Level.FULL, List.of("a", "b"), Optional.empty(), true));

    assertEquals(
        Map.of(
            "disk.mount-point", "/srv",
            "disk.used-mb", "5",
            "level", "FULL",
            "files", "[\"a\",\"b\"]",
            "done", "true"),
        action.results());
  }

  @Test
  void sendsAllResultsInOneCallAtTheEnd() {
    Action action = session.model().action();
    action.result("size", 1);
    action.result("size", 2);
    action.result("disk", "full");
    action.result("disk.used", "-5");
    assertEquals(List.of(), agent.calls());

    session.commit();

    assertEquals(List.of("action-set -- disk.used=-5 size=2"), agent.calls());
  }

  @Test
  void lacksWhatWasRolledBack() {
    Savepoint before = session.savepoint();
    session.model().action().result("size", 1);

    session.rollback(before);
    session.commit();

    assertEquals(List.of(), agent.calls());
  }

  @Test
  void refusesKeysThatJujuRefusesAndKeepsNothingOfThem() {
    Action action = session.model().action();
    for (String key :
        List.of("", "A", "a_b", "-a", "a-", "a..b", ".a", "a.", "stdout", "x.stderr-encoding")) {
      var refused = assertThrows(RefusedEntryException.class, () -> action.result(key, "hunter2"));

      assertEquals(key, refused.key());
      assertFalse(refused.getMessage().contains("hunter2"));
    }
    Map<String, Object> mixed = new LinkedHashMap<>();
    mixed.put("good", 1);
    mixed.put("Bad", 2);

    assertThrows(RefusedEntryException.class, () -> action.results(mixed));
    assertEquals(Map.of(), action.results());
  }

  @Test
  void refusesValuesThatAreNoResults() {
    Action action = session.model().action();
    Map<String, Object> missing = new HashMap<>();
    missing.put("size", null);

    assertThrows(RefusedEntryException.class, () -> action.result("any", new Object()));
    assertThrows(RefusedEntryException.class, () -> action.result("half", "\ud83d"));
    assertThrows(RefusedEntryException.class, () -> action.result("disk", missing));
  }

  @Test
  void readsParametersOnceAndTellsProgressAndFailureAtOnce() {
    agent.answer("action-get", "{\"size\":1}");
    Action action = session.model().action();

    action.log("half");
    action.fail("disk full");

    assertEquals(Map.of("size", 1L), action.parameters());
    assertEquals(Map.of("size", 1L), action.parameters());
    assertEquals(
        List.of("action-log -- half", "action-fail -- disk full", "action-get"), agent.calls());
  }

  @Test
  void existsInActionsOnly() {
    Model model = session("hooks/start").model();

    var refused = assertThrows(RefusedDeedException.class, model::action);

    assertEquals("none is running, but start", refused.reason());
  }

  private HookSession session(String path) {
    Map<String, String> environment = FakeHook.lifecycle("start");
    environment.put("JUJU_DISPATCH_PATH", path);
    return new HookSession(
        new HookTools(agent), HookEnvironment.of(environment), new FakeDeclarations());
  }
}
