package dev.charmsignals.testkit.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can change of a secret, while it is being changed. */
final class SecretStateDraft {

  private final SecretState before;
  String id;
  String label;
  String rotation;
  Optional<Instant> expiry;
  final SortedMap<Integer, Map<String, String>> revisions;
  int tracked;
  boolean granted;
  final Map<String, Integer> grants;

  SecretStateDraft(SecretState state) {
    before = state;
    id = state.id();
    label = state.label();
    rotation = state.rotation();
    expiry = state.expiry();
    revisions = new TreeMap<>(state.revisions());
    tracked = state.tracked();
    granted = state.granted();
    grants = new HashMap<>(state.grants());
  }

  SecretState state() {
    return new SecretState(
        id,
        before.owner(),
        before.remoteApplication(),
        label,
        before.description(),
        rotation,
        expiry,
        revisions,
        tracked,
        granted,
        grants);
  }
}
