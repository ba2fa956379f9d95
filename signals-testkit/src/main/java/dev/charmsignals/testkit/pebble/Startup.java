package dev.charmsignals.testkit.pebble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order services are started. */
final class Startup {

  private final Map<String, ?> services;
  private final List<String> order = new ArrayList<>();
  private final Set<String> pending = new LinkedHashSet<>();

  private Startup(Map<String, ?> services) {
    this.services = services;
  }

  /** Returns services and what they require, each after those that it is to come after. */
  static List<String> withRequired(Map<String, ?> services, Collection<String> names) {
    Set<String> all = new LinkedHashSet<>();
    require(services, names, all);
    return order(services, all);
  }

  /** Returns services and all that require them. */
  static List<String> withDependents(Map<String, ?> services, Collection<String> names) {
    Set<String> all = new LinkedHashSet<>(names);
    int before;
    do {
      before = all.size();
      services.forEach(
          (name, entry) -> {
            if (texts(services, name, "requires").stream().anyMatch(all::contains)) {
              all.add(name);
            }
          });
    } while (all.size() > before);
    return List.copyOf(all);
  }

  static List<String> order(Map<String, ?> services, Collection<String> names) {
    Startup startup = new Startup(services);
    for (String name : names) {
      startup.visit(name, Set.copyOf(names));
    }
    return startup.order;
  }

  private void visit(String name, Set<String> wanted) {
    if (order.contains(name)) {
      return;
    }
    if (!pending.add(name)) {
      throw new Refusal(400, "services in before/after loop: " + String.join(", ", pending));
    }
    for (String other : wanted) {
      if (texts(services, name, "after").contains(other)
          || texts(services, other, "before").contains(name)) {
        visit(other, wanted);
      }
    }
    pending.remove(name);
    order.add(name);
  }

  private static void require(Map<String, ?> services, Collection<String> names, Set<String> all) {
    for (String name : names) {
      if (all.add(name)) {
        require(services, texts(services, name, "requires"), all);
      }
    }
  }

  private static List<String> texts(Map<String, ?> services, String name, String field) {
    Object entry = services.get(name);
    return entry == null ? List.of() : Trees.texts(LayerText.fields(entry).get(field));
  }
}
