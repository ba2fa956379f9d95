package dev.charmsignals.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HookTest {

  @Test
  void readsLifecycleAndRelationHooks() {
    List<Hook> hooks =
        List.of(
            Hook.parse("install"),
            Hook.parse("update-status"),
            Hook.parse("db-relation-created"),
            Hook.parse("my-db-relation-changed"));

    assertEquals(
        List.of(
            LifecycleHook.INSTALL,
            LifecycleHook.UPDATE_STATUS,
            new RelationHook("db", RelationStep.CREATED),
            new RelationHook("my-db", RelationStep.CHANGED)),
        hooks);
  }

  @Test
  void keepsHookWordsThatBelongToTheEndpoint() {
    List<Hook> hooks =
        List.of(
            Hook.parse("my-relation-relation-changed"),
            Hook.parse("db-relation-joined-relation-broken"),
            Hook.parse("install-relation-departed"));

    assertEquals(
        List.of(
            new RelationHook("my-relation", RelationStep.CHANGED),
            new RelationHook("db-relation-joined", RelationStep.BROKEN),
            new RelationHook("install", RelationStep.DEPARTED)),
        hooks);
  }

  @Test
  void givesBackTheNameOfEveryHook() {
    List<String> names =
        List.of("leader-elected", "a-relation-joined", "web-pebble-ready", "actions/install");

    assertEquals(names, names.stream().map(name -> Hook.parse(name).hookName()).toList());
  }

  @Test
  void takesAllOthersForHooksWithoutEvents() {
    List<String> names =
        List.of(
            "data-storage-attached",
            "web-pebble-ready",
            "secret-changed",
            "leader-settings-changed",
            "pre-series-upgrade",
            "actions/install",
            "-relation-changed",
            "");

    assertEquals(
        names.stream().map(OtherHook::new).toList(), names.stream().map(Hook::parse).toList());
  }
}
