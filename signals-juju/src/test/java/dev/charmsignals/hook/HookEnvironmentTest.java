package dev.charmsignals.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HookEnvironmentTest {

  @Test
  void readsAnEnvironmentOfJuju() {
    Map<String, String> variables = FakeHook.ofDatabase("departed");
    variables.put("JUJU_MODEL_UUID", "af1c");
    variables.put("JUJU_CHARM_DIR", "/charm");
    variables.put("JUJU_CONTEXT_ID", "app/1-db-relation-departed-00ff");

    var environment = HookEnvironment.of(variables);

    assertEquals(new RelationHook("db", RelationStep.DEPARTED), environment.hook());
    assertEquals(new UnitName("app/1"), environment.unit());
    assertEquals(Optional.of(new RelationId("db", 7)), environment.relation());
    assertEquals(Optional.of("mysql"), environment.remoteApplication());
    assertEquals(Optional.of(new UnitName("mysql/0")), environment.remoteUnit());
    assertEquals(Optional.of(new UnitName("mysql/0")), environment.departingUnit());
    assertEquals(
        List.of(
            Optional.of("test"),
            Optional.of("af1c"),
            Optional.of(new JujuVersion(3, 6, "", 28, 0)),
            Optional.of("/charm"),
            Optional.of("app/1-db-relation-departed-00ff")),
        List.of(
            environment.modelName(),
            environment.modelUuid(),
            environment.jujuVersion(),
            environment.charmDirectory(),
            environment.contextId()));
  }

  @Test
  void treatsEmptyButSetVariablesAsAbsent() {
    Map<String, String> variables = FakeHook.ofDatabase("broken");
    variables.put("JUJU_REMOTE_APP", "");
    variables.put("JUJU_MODEL_NAME", "");

    var environment = HookEnvironment.of(variables);

    assertEquals(
        List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        List.of(
            environment.remoteUnit(),
            environment.remoteApplication(),
            environment.departingUnit(),
            environment.modelName()));
  }

  @Test
  void takesTheEndpointOfABareRelationNumberFromTheHook() {
    Map<String, String> named = FakeHook.ofDatabase("changed");
    named.put("JUJU_RELATION_ID", "0");
    Map<String, String> unnamed = new HashMap<>(named);
    unnamed.remove("JUJU_RELATION");

    assertEquals(Optional.of(new RelationId("db", 0)), HookEnvironment.of(named).relation());
    assertEquals(Optional.of(new RelationId("db", 0)), HookEnvironment.of(unnamed).relation());
  }

  @Test
  void knowsNoRelationOutsideOfRelationHooks() {
    Map<String, String> variables = FakeHook.ofDatabase("changed");
    variables.put("JUJU_DISPATCH_PATH", "hooks/secret-changed");
    variables.put("JUJU_RELATION_ID", "nonsense");

    var environment = HookEnvironment.of(variables);

    assertEquals(Optional.empty(), environment.relation());
    assertEquals(Optional.empty(), environment.remoteApplication());
  }

  @Nested
  class NamesTheHook {

    @Test
    void afterTheDispatchPathFirst() {
      Map<String, String> variables = FakeHook.lifecycle("start");
      variables.put("JUJU_DISPATCH_PATH", "hooks/install");
      variables.put(HookEnvironment.LEGACY_HOOK, "hooks/stop");

      assertEquals(LifecycleHook.INSTALL, HookEnvironment.of(variables).hook());
    }

    @Test
    void afterTheHookNameWhereThereIsNoDispatchPath() {
      Map<String, String> variables = FakeHook.lifecycle("start");
      variables.put("JUJU_DISPATCH_PATH", "");

      assertEquals(LifecycleHook.START, HookEnvironment.of(variables).hook());
    }

    @Test
    void afterTheScriptOfACharmWithoutDispatch() {
      assertEquals(
          List.of(
              LifecycleHook.STOP,
              LifecycleHook.STOP,
              LifecycleHook.LEADER_ELECTED,
              new ActionHook("install")),
          List.of(
              startedAs("/var/lib/juju/agents/unit-app-1/charm/hooks/stop"),
              startedAs("stop"),
              startedAs("hooks/leader-elected"),
              startedAs("/charm/actions/install")));
    }

    @Test
    void keepingActionsApartFromHooksOfTheSameName() {
      Map<String, String> variables = FakeHook.lifecycle("");
      variables.put("JUJU_DISPATCH_PATH", "actions/install");

      assertEquals(new ActionHook("install"), HookEnvironment.of(variables).hook());
    }

    private static Hook startedAs(String script) {
      return HookEnvironment.of(
              Map.of("JUJU_UNIT_NAME", "app/1", HookEnvironment.LEGACY_HOOK, script))
          .hook();
    }
  }

  @Nested
  class SaysWhichVariableIsWrong {

    @Test
    void whenNothingNamesTheHook() {
      assertEquals("JUJU_DISPATCH_PATH", complaint(Map.of("JUJU_UNIT_NAME", "app/1")));
    }

    @Test
    void whenTheUnitIsMissingOrUnreadable() {
      Map<String, String> unnamed = FakeHook.lifecycle("install");
      unnamed.remove("JUJU_UNIT_NAME");
      Map<String, String> unreadable = FakeHook.lifecycle("install");
      unreadable.put("JUJU_UNIT_NAME", "app");

      assertEquals("JUJU_UNIT_NAME", complaint(unnamed));
      assertEquals("JUJU_UNIT_NAME", complaint(unreadable));
    }

    @Test
    void whenTheRelationIsMissingOrUnreadable() {
      Map<String, String> unnamed = FakeHook.ofDatabase("changed");
      unnamed.put("JUJU_RELATION_ID", "");
      Map<String, String> unreadable = FakeHook.ofDatabase("changed");
      unreadable.put("JUJU_RELATION_ID", "db:x");

      assertEquals("JUJU_RELATION_ID", complaint(unnamed));
      assertEquals("JUJU_RELATION_ID", complaint(unreadable));
    }

    private static String complaint(Map<String, String> variables) {
      return assertThrows(EnvironmentException.class, () -> HookEnvironment.of(variables))
          .variable();
    }
  }
}
