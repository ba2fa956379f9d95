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
  void readsActionsStoragesSecretsAndWorkloads() {
    List<Hook> hooks =
        List.of(
            Hook.parse("actions/install"),
            Hook.parse("my-data-storage-attached"),
            Hook.parse("data-storage-detaching"),
            Hook.parse("secret-changed"),
            Hook.parse("secret-remove"),
            Hook.parse("web-pebble-ready"),
            Hook.parse("web-pebble-custom-notice"),
            Hook.parse("web-pebble-check-failed"),
            Hook.parse("secret-pebble-check-recovered"));

    assertEquals(
        List.of(
            new ActionHook("install"),
            new StorageHook("my-data", StorageStep.ATTACHED),
            new StorageHook("data", StorageStep.DETACHING),
            SecretHook.CHANGED,
            SecretHook.REMOVE,
            new WorkloadHook("web", WorkloadStep.READY),
            new WorkloadHook("web", WorkloadStep.CUSTOM_NOTICE),
            new WorkloadHook("web", WorkloadStep.CHECK_FAILED),
            new WorkloadHook("secret", WorkloadStep.CHECK_RECOVERED)),
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
        List.of(
            "leader-elected",
            "a-relation-joined",
            "web-pebble-ready",
            "secret-rotate",
            "data-storage-detaching",
            "actions/install",
            "post-series-upgrade");

    assertEquals(names, names.stream().map(name -> Hook.parse(name).hookName()).toList());
  }

  @Test
  void takesAllOthersForHooksWithoutEvents() {
    List<String> names =
        List.of(
            "leader-settings-changed",
            "pre-series-upgrade",
            "secret-discovered",
            "actions/",
            "-relation-changed",
            "-storage-attached",
            "-pebble-ready",
            "");

    assertEquals(
        names.stream().map(OtherHook::new).toList(), names.stream().map(Hook::parse).toList());
  }
}
