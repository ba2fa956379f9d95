package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Storage in which a test sets what it needs. */
final class InMemoryStorage implements StorageContext {

  Optional<String> hookStorage = Optional.empty();
  final SortedMap<String, Attached> attached = new TreeMap<>();
  final List<String> done = new ArrayList<>();

  @Override
  public Optional<String> hookStorage() {
    return hookStorage;
  }

  @Override
  public SortedMap<String, Attached> attached() {
    return attached;
  }

  @Override
  public void add(Map<String, Long> counts) {
    done.add("add " + new TreeMap<>(counts));
  }
}
