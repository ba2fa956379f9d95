package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every storage of a model. */
final class StorageBook {

  private final SortedMap<String, Storage> storages = new TreeMap<>();
  private int next;

  boolean isEmpty() {
    return storages.isEmpty();
  }

  Optional<Storage> find(String id) {
    return Optional.ofNullable(storages.get(id));
  }

  List<Storage> all() {
    return List.copyOf(storages.values());
  }

  /** Returns what is attached to a unit or is being detached from it, by id. */
  List<Storage> of(Unit unit) {
    List<Storage> found = new ArrayList<>();
    for (Storage storage : storages.values()) {
      if (storage.attachedTo(unit)) {
        found.add(storage);
      }
    }
    return found;
  }

  /** Gives a new unit what its charm cannot be without. */
  void deploy(Unit unit) {
    for (StorageSpec spec : unit.application().metadata().storages().values()) {
      for (int i = 0; i < spec.least(); i++) {
        add(unit, spec);
      }
    }
  }

  /** Makes another storage and attaches it. */
  Storage add(Unit unit, StorageSpec spec) {
    Storage storage = new Storage(spec.name() + "/" + next++, spec);
    storages.put(storage.id(), storage);
    attach(storage, unit);
    return storage;
  }

  /** Puts a storage back that has a number already. */
  void restore(Storage storage, int number) {
    storages.put(storage.id(), storage);
    next = Math.max(next, number + 1);
  }

  void attach(Storage storage, Unit unit) {
    storage.attach(
        unit,
        unit.application()
            .charm()
            .storageLocation(unit.name(), storage.id(), storage.spec().location()));
  }

  /** Answers why a unit cannot have so many more of these, if it cannot. */
  Optional<String> refusal(Unit unit, Map<String, Long> counts) {
    for (var wanted : counts.entrySet()) {
      StorageSpec spec = unit.application().metadata().storages().get(wanted.getKey());
      if (spec == null) {
        return Optional.of(
            "adding storage \"%s\" for unit \"%s\": charm storage \"%s\" not found"
                .formatted(wanted.getKey(), unit.name(), wanted.getKey()));
      }
      long after = count(unit, spec) + wanted.getValue();
      if (!spec.allows(after)) {
        return Optional.of(
            "adding storage \"%s\" for unit \"%s\": at most %d instances supported, %d specified"
                .formatted(spec.name(), unit.name(), spec.limit(), after));
      }
    }
    return Optional.empty();
  }

  int count(Unit unit, StorageSpec spec) {
    return (int)
        of(unit).stream()
            .filter(each -> each.spec().name().equals(spec.name()) && !each.detaching())
            .count();
  }

  /** A unit goes: it loses what it has, or is told to let go of it. */
  void release(Unit unit) {
    of(unit).forEach(Storage::detach);
  }

  /** A unit is gone for good. */
  void forget(Unit unit) {
    of(unit).forEach(Storage::gone);
  }
}
