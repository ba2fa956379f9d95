package dev.charmsignals.testkit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the secret hooks that are due for a unit, and notes that one has run. */
final class SecretHooks {

  private final Model model;
  private final Unit unit;
  private final Instant now;
  private final List<Hook> due = new ArrayList<>();

  private SecretHooks(Model model, Unit unit) {
    this.model = model;
    this.unit = unit;
    now = model.now();
  }

  /** Returns those that may come next: expired before rotate, before changed, before remove. */
  static List<Hook> due(Model model, Unit unit) {
    return model.secrets().isEmpty() ? List.of() : new SecretHooks(model, unit).find();
  }

  private List<Hook> find() {
    for (Secret secret : model.secrets().all()) {
      if (secret.managedBy(unit) && passed(secret.expiryNotice())) {
        add(HookKind.SECRET_EXPIRED, secret, secret.label(), OptionalInt.of(secret.latest()));
      }
    }
    if (due.isEmpty()) {
      for (Secret secret : model.secrets().all()) {
        if (secret.managedBy(unit) && passed(secret.rotates())) {
          add(HookKind.SECRET_ROTATE, secret, secret.label(), OptionalInt.empty());
        }
      }
    }
    if (due.isEmpty()) {
      model.secrets().all().forEach(this::findChange);
    }
    if (due.isEmpty()) {
      model.secrets().all().forEach(this::findObsolete);
    }
    return due;
  }

  private boolean passed(Optional<Instant> moment) {
    return moment.isPresent() && !moment.get().isAfter(now);
  }

  private void findChange(Secret secret) {
    Secret.Tracker tracker = secret.trackers().get(unit.name());
    if (tracker != null
        && secret.latest() > tracker.revision
        && secret.latest() != tracker.told
        && secret.readableBy(model, unit)) {
      boolean own = secret.owner().equals(unit.name()) || secret.ofApplication(unit);
      String label = tracker.label.isEmpty() && own ? secret.label() : tracker.label;
      add(HookKind.SECRET_CHANGED, secret, label, OptionalInt.empty());
    }
  }

  private void findObsolete(Secret secret) {
    if (!secret.managedBy(unit)) {
      return;
    }
    for (var entry : secret.revisions().entrySet()) {
      if (secret.obsolete(entry.getKey()) && !entry.getValue().toldObsolete.contains(unit.name())) {
        add(HookKind.SECRET_REMOVE, secret, secret.label(), OptionalInt.of(entry.getKey()));
      }
    }
  }

  private void add(HookKind kind, Secret secret, String label, OptionalInt revision) {
    HookSubject subject = new HookSubject.Secret(secret.uri(), label, revision);
    due.add(new Hook(kind, "", -1, "", "", "", secret.latest(), subject));
  }

  /** A secret hook was committed, or counts as if it had been. */
  static void record(Model model, Unit unit, Hook hook) {
    if (!(hook.subject() instanceof HookSubject.Secret subject)) {
      return;
    }
    model.secrets().find(subject.id()).ifPresent(secret -> record(model, unit, hook, secret));
  }

  private static void record(Model model, Unit unit, Hook hook, Secret secret) {
    int version = (int) hook.version();
    switch (hook.kind()) {
      case SECRET_EXPIRED -> {
        if (secret.latest() == version) {
          secret.expiryNotice(model.now().plus(Rotation.REMINDER));
        }
      }
      case SECRET_ROTATE -> Rotation.rotated(secret, version, model.now());
      case SECRET_CHANGED -> {
        Secret.Tracker tracker = secret.trackers().get(unit.name());
        if (tracker != null) {
          tracker.told = version;
        }
      }
      case SECRET_REMOVE ->
          ((HookSubject.Secret) hook.subject())
              .revision()
              .ifPresent(
                  revision ->
                      secret
                          .revision(revision)
                          .ifPresent(each -> each.toldObsolete.add(unit.name())));
      default -> {}
    }
  }
}
