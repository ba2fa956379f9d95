package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.StorageContext;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one hook sees of storage, and how much more it asks the commit for. */
final class StorageDraft implements StorageContext {

  private final Model model;
  private final Unit unit;
  private final Hook hook;
  private final SortedMap<String, Long> wanted = new TreeMap<>();

  StorageDraft(Model model, Unit unit, Hook hook) {
    this.model = model;
    this.unit = unit;
    this.hook = hook;
  }

  @Override
  public Optional<String> hookStorage() {
    return hook.subject() instanceof HookSubject.Storage subject
        ? Optional.of(subject.id())
        : Optional.empty();
  }

  @Override
  public SortedMap<String, Attached> attached() {
    SortedMap<String, Attached> attached = new TreeMap<>();
    for (Storage storage : model.storage().of(unit)) {
      attached.put(storage.id(), new Attached(storage.spec().kind(), storage.location()));
    }
    return attached;
  }

  @Override
  public void add(Map<String, Long> counts) {
    counts.forEach((name, count) -> wanted.merge(name, count, Long::sum));
  }

  /** Answers why the commit is refused, if it is; a dying unit gets nothing, without refusal. */
  Optional<String> check() {
    return unit.life() == Life.ALIVE ? model.storage().refusal(unit, wanted) : Optional.empty();
  }

  void apply() {
    if (unit.life() != Life.ALIVE) {
      return;
    }
    for (var each : wanted.entrySet()) {
      StorageSpec spec = unit.application().metadata().storages().get(each.getKey());
      for (int i = 0; spec != null && i < each.getValue(); i++) {
        model.storage().add(unit, spec);
      }
    }
  }
}
