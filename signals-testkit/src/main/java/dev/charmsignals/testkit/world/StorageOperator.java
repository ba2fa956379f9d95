package dev.charmsignals.testkit.world;

import java.util.Map;

/** What an operator does with storage: {@code juju add-storage} and its kin. */
public final class StorageOperator {

  private final Model model;

  StorageOperator(Model model) {
    this.model = model;
  }

  /** Adds a storage to a unit and returns its id. */
  public String add(String unitName, String name) {
    Unit unit = model.requireUnit(unitName);
    StorageSpec spec = unit.application().metadata().storages().get(name);
    if (spec == null) {
      throw new ImpossibleWorldException(
          "Application \"%s\" has no storage \"%s\"; it has %s"
              .formatted(
                  unit.application().name(),
                  name,
                  unit.application().metadata().storages().keySet()));
    }
    if (model.storage().refusal(unit, Map.of(name, 1L)).isPresent()) {
      throw new ImpossibleWorldException(
          "\"%s\" has %d of storage \"%s\" already, and its charm takes no more"
              .formatted(unit.name(), spec.limit(), name));
    }
    return model.storage().add(unit, spec).id();
  }

  /** Takes a storage away from its unit, when that has let go of it. */
  public void detach(String id) {
    Storage storage = require(id);
    Unit unit =
        storage
            .unit()
            .orElseThrow(
                () ->
                    new ImpossibleWorldException(
                        "Storage \"%s\" is attached to no unit".formatted(id)));
    StorageSpec spec = storage.spec();
    if (model.storage().count(unit, spec) <= spec.least()) {
      throw new ImpossibleWorldException(
          "The charm of \"%s\" needs %d of storage \"%s\", so \"%s\" cannot be detached"
              .formatted(unit.name(), spec.least(), spec.name(), id));
    }
    storage.detach();
  }

  /** Attaches a storage that is attached to no unit. */
  public void attach(String unitName, String id) {
    Unit unit = model.requireUnit(unitName);
    Storage storage = require(id);
    if (storage.unit().isPresent()) {
      throw new ImpossibleWorldException(
          "Storage \"%s\" is attached to \"%s\"; detach it first"
              .formatted(id, storage.unit().get().name()));
    }
    String name = storage.spec().name();
    StorageSpec spec = unit.application().metadata().storages().get(name);
    if (spec == null || model.storage().refusal(unit, Map.of(name, 1L)).isPresent()) {
      throw new ImpossibleWorldException(
          "\"%s\" takes no more of storage \"%s\"".formatted(unit.name(), name));
    }
    model.storage().attach(storage, unit);
  }

  private Storage require(String id) {
    return model
        .storage()
        .find(id)
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "There is no storage \"%s\"; there are %s"
                        .formatted(id, model.storage().all().stream().map(Storage::id).toList())));
  }
}
