package dev.charmsignals.event;

import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.SecretHook;
import dev.charmsignals.hook.StorageHook;
import dev.charmsignals.hook.WorkloadHook;
import java.util.Optional;

/** Makes the events of storages, secrets and workloads. */
final class RareEvent {

  private RareEvent() {}

  static StorageEvent of(StorageHook hook, HookEnvironment environment, Delivery delivery) {
    String id = environment.required("JUJU_STORAGE_ID");
    Optional<String> location = environment.variable("JUJU_STORAGE_LOCATION");
    return switch (hook.step()) {
      case ATTACHED -> new StorageEvent.Attached(hook.storage(), id, location, delivery);
      case DETACHING -> new StorageEvent.Detaching(hook.storage(), id, location, delivery);
    };
  }

  static SecretEvent of(SecretHook hook, HookEnvironment environment, Delivery delivery) {
    String id = environment.required("JUJU_SECRET_ID");
    Optional<String> label = environment.variable("JUJU_SECRET_LABEL");
    return switch (hook) {
      case CHANGED -> new SecretEvent.Changed(id, label, delivery);
      case ROTATE -> new SecretEvent.Rotate(id, label, delivery);
      case EXPIRED -> new SecretEvent.Expired(id, label, revision(environment), delivery);
      case REMOVE -> new SecretEvent.Remove(id, label, revision(environment), delivery);
    };
  }

  private static int revision(HookEnvironment environment) {
    return environment.requiredNumber("JUJU_SECRET_REVISION");
  }

  static WorkloadEvent of(WorkloadHook hook, HookEnvironment environment, Delivery delivery) {
    String container = hook.container();
    return switch (hook.step()) {
      case READY -> new WorkloadEvent.PebbleReady(container, delivery);
      case CUSTOM_NOTICE ->
          new WorkloadEvent.CustomNotice(
              container,
              environment.required("JUJU_NOTICE_ID"),
              environment.required("JUJU_NOTICE_TYPE"),
              environment.required("JUJU_NOTICE_KEY"),
              delivery);
      case CHECK_FAILED ->
          new WorkloadEvent.CheckFailed(
              container, environment.required("JUJU_PEBBLE_CHECK_NAME"), delivery);
      case CHECK_RECOVERED ->
          new WorkloadEvent.CheckRecovered(
              container, environment.required("JUJU_PEBBLE_CHECK_NAME"), delivery);
    };
  }
}
