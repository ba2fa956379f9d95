package dev.charmsignals.testkit.world;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a unit's agent remembers about one relation it entered (contract section 5.3). */
final class RelationMemory {

  private final SortedMap<String, Long> members = new TreeMap<>();
  private final SortedMap<String, Long> applications = new TreeMap<>();
  private boolean announced;
  private boolean remoteApplicationKnown = true;
  private @Nullable String changedPending;

  /** The databag versions of joined units, by name. */
  SortedMap<String, Long> members() {
    return members;
  }

  /** The databag versions of applications, by name. */
  SortedMap<String, Long> applications() {
    return applications;
  }

  /** Returns whether relation-created has run. */
  boolean announced() {
    return announced;
  }

  /** Returns the unit that joined and must have its changed hook next. */
  @Nullable String changedPending() {
    return changedPending;
  }

  /** Returns whether the agent still knows the other application: a restart forgets it. */
  boolean remoteApplicationKnown() {
    return remoteApplicationKnown;
  }

  void forgetRemoteApplication() {
    remoteApplicationKnown = false;
  }

  /** Takes every databag for seen as it is now, as if the wake-ups had come and gone. */
  void catchUp(RelationSnapshot snapshot) {
    members
        .keySet()
        .forEach(name -> members.replace(name, snapshot.units().getOrDefault(name, 0L)));
    applications.putAll(snapshot.applications());
  }

  /** Takes what a member wrote for unseen, so that it is told of it once more. */
  void unsee(String member) {
    members.computeIfPresent(member, (name, version) -> -1L);
    applications.computeIfPresent(member, (name, version) -> -1L);
  }

  /** A hook of this relation was committed, or skipped by an operator. */
  void record(Hook hook) {
    switch (hook.kind()) {
      case RELATION_CREATED -> announced = true;
      case RELATION_JOINED -> {
        members.put(hook.remoteUnit(), hook.version());
        changedPending = hook.remoteUnit();
      }
      case RELATION_CHANGED -> recordChange(hook);
      case RELATION_DEPARTED -> members.remove(hook.remoteUnit());
      default -> {}
    }
  }

  private void recordChange(Hook hook) {
    if (hook.remoteUnit().isEmpty()) {
      applications.put(hook.remoteApplication(), hook.version());
      return;
    }
    members.put(hook.remoteUnit(), hook.version());
    if (hook.remoteUnit().equals(changedPending)) {
      changedPending = null;
    }
  }
}
