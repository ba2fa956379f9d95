package dev.charmsignals.event;

import dev.charmsignals.hook.Hook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.RelationHook;
import dev.charmsignals.hook.SecretHook;
import dev.charmsignals.hook.StorageHook;
import dev.charmsignals.hook.WorkloadHook;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Juju said of an event: the variables that only hooks of its kind have (contract §1.4). They
 * are kept as Juju names them, so that any version of a charm reads them.
 */
final class EventFacts {

  private EventFacts() {}

  static SortedMap<String, String> of(HookEnvironment environment) {
    SortedMap<String, String> facts = new TreeMap<>();
    Hook hook = environment.hook();
    for (String name : names(hook)) {
      Optional<String> value = environment.variable(name);
      if (value.isPresent()) {
        facts.put(name, value.get());
      }
    }
    if (hook instanceof RelationHook) {
      // Juju's debugging tools may give the number alone.
      facts.put("JUJU_RELATION_ID", environment.relation().orElseThrow().toString());
    }
    return facts;
  }

  private static List<String> names(Hook hook) {
    if (hook instanceof RelationHook) {
      return List.of("JUJU_REMOTE_APP", "JUJU_REMOTE_UNIT", "JUJU_DEPARTING_UNIT");
    }
    if (hook instanceof StorageHook) {
      return List.of("JUJU_STORAGE_ID", "JUJU_STORAGE_LOCATION", "JUJU_STORAGE_KIND");
    }
    if (hook instanceof SecretHook) {
      return List.of("JUJU_SECRET_ID", "JUJU_SECRET_LABEL", "JUJU_SECRET_REVISION");
    }
    if (hook instanceof WorkloadHook) {
      return List.of(
          "JUJU_NOTICE_ID", "JUJU_NOTICE_TYPE", "JUJU_NOTICE_KEY", "JUJU_PEBBLE_CHECK_NAME");
    }
    return List.of();
  }
}
