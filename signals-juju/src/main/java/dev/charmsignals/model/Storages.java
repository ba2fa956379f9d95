package dev.charmsignals.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The storage of this unit. */
public final class Storages implements Participant<Map<String, Integer>> {

  private final HookSession session;
  private final Map<String, Storage> byId = new HashMap<>();
  private final TreeMap<String, Integer> requested = new TreeMap<>();

  Storages(HookSession session) {
    this.session = session;
  }

  /**
   * Returns the storage of one name that is attached to this unit, in the order of the ids.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the metadata does not declare it
   */
  public List<Storage> named(String name) {
    session.declared().requireStorage(name);
    List<String> ids = new ArrayList<>(session.tools().storage().list(name));
    ids.sort(null);
    List<Storage> storages = new ArrayList<>(ids.size());
    for (String id : ids) {
      storages.add(get(id));
    }
    return List.copyOf(storages);
  }

  /** Returns a storage by Juju's id, such as {@code data/0}; asks nothing. */
  public Storage get(String id) {
    Storage known = byId.get(id);
    if (known == null) {
      known = new Storage(session.tools(), id);
      byId.put(id, known);
    }
    return known;
  }

  /**
   * Asks Juju for more storage of a name, when the hook succeeds. Each one that comes of it brings
   * a {@code storage-attached} event.
   *
   * @param count how many, 1 or more; the metadata says how many there may be ({@code multiple})
   * @throws dev.charmsignals.name.UndeclaredNameException when the metadata does not declare it
   */
  public void request(String name, int count) {
    session.declared().requireStorage(name);
    if (count < 1) {
      throw new IllegalArgumentException(
          "%d of storage \"%s\" cannot be requested; take 1 or more".formatted(count, name));
    }
    requested.merge(name, count, Integer::sum);
  }

  void commit() {
    for (Map.Entry<String, Integer> request : requested.entrySet()) {
      session.tools().storage().add(request.getKey(), request.getValue());
    }
  }

  @Override
  public Map<String, Integer> mark() {
    return Map.copyOf(requested);
  }

  @Override
  public void reset(Map<String, Integer> mark) {
    requested.clear();
    requested.putAll(mark);
  }
}
