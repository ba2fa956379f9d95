package dev.charmsignals.testkit.world;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The relations one hook knows, as they were when it started (contract section 4.3). */
final class HookSnapshot {

  private record Known(
      Relation relation, String endpoint, SortedSet<String> members, boolean broken) {}

  private final SortedMap<Integer, Known> relations = new TreeMap<>();

  HookSnapshot(Model model, Unit unit, Hook hook) {
    for (var entered : unit.agent().relations().entrySet()) {
      Optional<Relation> found = model.relation(entered.getKey());
      if (found.isEmpty()) {
        continue;
      }
      Relation relation = found.get();
      SortedSet<String> members = new TreeSet<>(entered.getValue().members().keySet());
      if (hook.relation() == relation.number()) {
        adjust(members, hook);
      }
      boolean broken = !relation.peers() && !relation.open() && members.isEmpty();
      String endpoint = relation.sideOf(unit.application().name()).endpoint().name();
      relations.put(relation.number(), new Known(relation, endpoint, members, broken));
    }
  }

  private static void adjust(SortedSet<String> members, Hook hook) {
    switch (hook.kind()) {
      case RELATION_JOINED, RELATION_CHANGED -> {
        if (!hook.remoteUnit().isEmpty()) {
          members.add(hook.remoteUnit());
        }
      }
      case RELATION_DEPARTED -> members.remove(hook.remoteUnit());
      default -> {}
    }
  }

  boolean knows(int relation) {
    return relations.containsKey(relation);
  }

  Relation relation(int number) {
    return known(number).relation();
  }

  String endpoint(int number) {
    return known(number).endpoint();
  }

  Set<String> members(int number) {
    return known(number).members();
  }

  Set<Integer> ids(String endpoint) {
    Set<Integer> ids = new TreeSet<>();
    for (var entry : relations.entrySet()) {
      if (entry.getValue().endpoint().equals(endpoint) && !entry.getValue().broken()) {
        ids.add(entry.getKey());
      }
    }
    return ids;
  }

  private Known known(int number) {
    Known known = relations.get(number);
    if (known == null) {
      throw new IllegalArgumentException("This hook does not know relation " + number);
    }
    return known;
  }
}
