package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.List;

/** Finds the storage hooks that are due for a unit, and notes that one has run. */
final class StorageHooks {

  private StorageHooks() {}

  /** On machines storage comes first of all; on Kubernetes a pod has it once it has started. */
  static List<Hook> due(Model model, Unit unit) {
    boolean ready = !unit.application().kubernetes() || unit.agent().started();
    if (model.storage().isEmpty() || !ready) {
      return List.of();
    }
    List<Hook> due = new ArrayList<>();
    for (Storage storage : model.storage().of(unit)) {
      if (storage.detaching() == storage.told()) {
        HookKind kind = storage.told() ? HookKind.STORAGE_DETACHING : HookKind.STORAGE_ATTACHED;
        due.add(Hook.about(kind, subject(storage)));
      }
    }
    return due;
  }

  private static HookSubject subject(Storage storage) {
    return new HookSubject.Storage(storage.id(), storage.spec().kind(), storage.location());
  }

  /** A storage hook was committed, or counts as if it had been. */
  static void record(Model model, Hook hook, HookSubject.Storage subject) {
    model
        .storage()
        .find(subject.id())
        .ifPresent(
            storage -> {
              if (hook.kind() == HookKind.STORAGE_ATTACHED) {
                storage.tell();
              } else {
                storage.gone();
              }
            });
  }
}
