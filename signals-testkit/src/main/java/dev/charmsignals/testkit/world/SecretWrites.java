package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.SecretChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a hook asks the commit to do with secrets. */
final class SecretWrites {

  /** A secret that is to be. */
  record Created(String owner, SecretChange change) {}

  /** Who may read a secret from now on, or may not. */
  private static final int REVOKED = Integer.MIN_VALUE;

  private final Map<String, Created> created = new LinkedHashMap<>();
  private final Map<String, SecretChange> updates = new LinkedHashMap<>();
  private final Map<String, Set<Integer>> removals = new LinkedHashMap<>();
  private final Map<String, SortedMap<String, Integer>> access = new LinkedHashMap<>();
  private final Set<String> tracked = new TreeSet<>();

  boolean isEmpty() {
    return created.isEmpty()
        && updates.isEmpty()
        && removals.isEmpty()
        && access.isEmpty()
        && tracked.isEmpty();
  }

  Map<String, Created> created() {
    return created;
  }

  Map<String, SecretChange> updates() {
    return updates;
  }

  /** What is removed: revisions by secret, or the secret as a whole if there are none. */
  Map<String, Set<Integer>> removals() {
    return removals;
  }

  /** Who is granted access or loses it, by secret. */
  Map<String, SortedMap<String, Integer>> access() {
    return access;
  }

  /** The secrets whose newest revision this unit wants to see from now on. */
  Set<String> tracked() {
    return tracked;
  }

  static boolean revokes(int relation) {
    return relation == REVOKED;
  }

  void create(String id, String owner, SecretChange change) {
    created.put(id, new Created(owner, change));
  }

  void update(String id, SecretChange change) {
    Created pending = created.get(id);
    if (pending != null) {
      created.put(id, new Created(pending.owner(), pending.change().then(change)));
    } else {
      updates.merge(id, change, SecretChange::then);
    }
  }

  /** Returns what is changed of a stored secret. */
  Optional<SecretChange> change(String id) {
    return Optional.ofNullable(updates.get(id));
  }

  /** Returns content that is not stored yet, if a read is to see it, and names the secret. */
  Optional<Map<String, String>> content(String id, String label, boolean newest) {
    boolean isNew = created.containsKey(id);
    boolean changed = newest && updates.containsKey(id);
    if (!label.isEmpty() && (isNew || changed)) {
      update(id, SecretChange.ofLabel(label));
    }
    Created pending = created.get(id);
    return pending != null
        ? Optional.of(pending.change().content())
        : change(id)
            .filter(change -> changed)
            .map(SecretChange::content)
            .filter(has -> !has.isEmpty());
  }

  void trackLatest(String id) {
    if (!created.containsKey(id)) {
      tracked.add(id);
    }
  }

  void remove(String id, OptionalInt revision) {
    if (created.remove(id) != null) {
      return;
    }
    Set<Integer> known = removals.get(id);
    if (revision.isEmpty()) {
      removals.put(id, new TreeSet<>());
    } else if (known == null) {
      removals.put(id, new TreeSet<>(Set.of(revision.getAsInt())));
    } else if (!known.isEmpty()) {
      known.add(revision.getAsInt());
    }
  }

  /** Returns whether a secret is to go as a whole. */
  boolean removes(String id) {
    Set<Integer> revisions = removals.get(id);
    return revisions != null && revisions.isEmpty();
  }

  void grant(String id, String subject, int relation) {
    access.computeIfAbsent(id, key -> new TreeMap<>()).put(subject, relation);
  }

  void revoke(String id, String subject) {
    grant(id, subject, REVOKED);
  }

  /** Returns who may read a secret when this is done. */
  SortedMap<String, Integer> grants(String id, Optional<SortedMap<String, Integer>> stored) {
    SortedMap<String, Integer> grants = new TreeMap<>(stored.orElseGet(TreeMap::new));
    access.getOrDefault(id, new TreeMap<>()).forEach(grants::put);
    grants.values().removeIf(SecretWrites::revokes);
    return grants;
  }
}
