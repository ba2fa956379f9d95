package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CommandFailure;
import dev.charmsignals.testkit.command.PortRange;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A hook's copy of its unit's open ports. */
final class PortDraft {

  private final Unit unit;
  private final SortedMap<PortRange, Set<String>> ports;
  private boolean modified;

  PortDraft(Unit unit) {
    this.unit = unit;
    ports = new TreeMap<>(unit.ports());
  }

  SortedMap<PortRange, Set<String>> view() {
    return new TreeMap<>(ports);
  }

  void open(PortRange range, Set<String> endpoints) {
    if (unit.application().kubernetes() && range.from() != range.to()) {
      throw new CommandFailure(
          "port ranges are not supported for k8s applications, please specify a single port");
    }
    for (PortRange open : ports.keySet()) {
      if (open.overlaps(range) && !open.equals(range)) {
        throw new CommandFailure(
            "cannot open %s (unit \"%s\"): port range conflicts with %s (unit \"%s\")"
                .formatted(range, unit.name(), open, unit.name()));
      }
    }
    Set<String> already = ports.get(range);
    if (already == null || endpoints.isEmpty()) {
      ports.put(range, new TreeSet<>(endpoints));
    } else if (!already.isEmpty()) {
      Set<String> both = new TreeSet<>(already);
      both.addAll(endpoints);
      ports.put(range, both);
    }
    modified = true;
  }

  void close(PortRange range, Set<String> endpoints) {
    Set<String> open = ports.get(range);
    if (open == null) {
      return;
    }
    // What is open for all endpoints stays open for those that are not named.
    Set<String> rest =
        new TreeSet<>(open.isEmpty() ? unit.application().metadata().endpoints().keySet() : open);
    rest.removeAll(endpoints);
    if (endpoints.isEmpty() || rest.isEmpty()) {
      ports.remove(range);
    } else {
      ports.put(range, rest);
    }
    modified = true;
  }

  boolean modified() {
    return modified;
  }
}
