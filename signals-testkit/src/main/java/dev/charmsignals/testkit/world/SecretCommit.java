package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.SecretChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The part of a commit that is about secrets (contract section 4.1). */
final class SecretCommit {

  private final Model model;
  private final Unit unit;
  private final SecretWrites writes;
  private final List<Change> changes = new ArrayList<>();

  SecretCommit(Model model, Unit unit, SecretWrites writes) {
    this.model = model;
    this.unit = unit;
    this.writes = writes;
  }

  /** Answers why it is refused, if it is. */
  Optional<String> check() {
    for (SecretWrites.Created created : writes.created().values()) {
      Optional<String> refusal =
          owned(created.owner()).or(() -> label(created.owner(), "", created.change()));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    Set<String> touched = new TreeSet<>(writes.updates().keySet());
    touched.addAll(writes.access().keySet());
    touched.addAll(writes.removals().keySet());
    touched.removeAll(writes.created().keySet());
    for (String id : touched) {
      Optional<String> refusal = manageable(id);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<String> owned(String owner) {
    return owner.contains("/") || unit.leads()
        ? Optional.empty()
        : Optional.of(Transaction.notLeader(unit));
  }

  private Optional<String> manageable(String id) {
    Optional<Secret> secret = model.secrets().find(id);
    if (secret.isEmpty()) {
      return Optional.of("secret \"secret:%s\" not found".formatted(id));
    }
    if (!secret.get().managedBy(unit)) {
      return Optional.of("permission denied");
    }
    return writes.change(id).flatMap(change -> label(secret.get().owner(), id, change));
  }

  private Optional<String> label(String owner, String id, SecretChange change) {
    return change
        .label()
        .filter(
            label ->
                model.secrets().all().stream()
                    .anyMatch(
                        other ->
                            other.owner().equals(owner)
                                && other.label().equals(label)
                                && !other.id().equals(id)))
        .map("secret with label \"%s\" already exists"::formatted);
  }

  /** Does what was checked, and returns what changed, without any content. */
  List<Change> apply() {
    writes
        .created()
        .forEach(
            (id, created) -> {
              Secret secret = new Secret(id, created.owner());
              model.secrets().add(secret);
              update(secret, created.change());
            });
    writes.updates().forEach((id, change) -> find(id).ifPresent(each -> update(each, change)));
    writes.access().forEach((id, subjects) -> find(id).ifPresent(each -> change(each, subjects)));
    writes
        .removals()
        .forEach((id, revisions) -> find(id).ifPresent(each -> remove(each, revisions)));
    for (String id : writes.tracked()) {
      find(id).ifPresent(secret -> SecretReading.read(secret, unit, "", true, false));
    }
    return changes;
  }

  private Optional<Secret> find(String id) {
    return model.secrets().find(id);
  }

  private void update(Secret secret, SecretChange change) {
    if (!change.content().isEmpty()) {
      int before = secret.latest();
      secret.add(change.content());
      note(secret, "revision", before == 0 ? "" : "" + before, "" + secret.latest());
    }
    change.expiry().ifPresent(secret::expiry);
    change.rotation().ifPresent(policy -> secret.rotation(policy, model.now()));
    change.description().ifPresent(secret::description);
    change
        .label()
        .ifPresent(
            label -> {
              note(secret, "label", secret.label(), label);
              secret.label(label);
            });
  }

  private void change(Secret secret, Map<String, Integer> subjects) {
    subjects.forEach(
        (subject, relation) -> {
          boolean had = secret.grants().containsKey(subject);
          if (SecretWrites.revokes(relation)) {
            secret.grants().remove(subject);
          } else {
            secret.grants().put(subject, relation);
          }
          boolean has = secret.grants().containsKey(subject);
          note(secret, "grant " + subject, had ? "view" : "", has ? "view" : "");
        });
  }

  private void remove(Secret secret, Set<Integer> revisions) {
    for (int revision :
        revisions.isEmpty() ? new TreeSet<>(secret.revisions().keySet()) : revisions) {
      if (secret.revisions().remove(revision) != null) {
        note(secret, "revision", "" + revision, "");
      }
    }
    if (secret.revisions().isEmpty()) {
      model.secrets().remove(secret.id());
    }
  }

  private void note(Secret secret, String key, String before, String after) {
    if (!before.equals(after)) {
      Optional<String> old = Optional.of(before).filter(text -> !text.isEmpty());
      Optional<String> now = Optional.of(after).filter(text -> !text.isEmpty());
      changes.add(new Change(secret.uri(), key, old, now));
    }
  }
}
