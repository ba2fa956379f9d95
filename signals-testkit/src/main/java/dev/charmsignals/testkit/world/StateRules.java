package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.state.ContainerState;
import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.StorageState;
import dev.charmsignals.testkit.state.WorldState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds everything for which Juju could not have produced a state, or an event in it. */
final class StateRules {

  private static final Pattern UNIT =
      Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]*[a-z][a-z0-9]*)*/(?:0|[1-9][0-9]*)");
  private static final Set<String> STATUSES =
      Set.of("active", "blocked", "maintenance", "terminated", "unknown", "waiting");
  private static final int KEY = 256;
  private static final int VALUE = 65_536;

  private final CharmMetadata metadata;
  private final JujuFlavour flavour;
  private final WorldState state;
  private final List<String> complaints = new ArrayList<>();

  StateRules(CharmMetadata metadata, JujuFlavour flavour, WorldState state) {
    this.metadata = metadata;
    this.flavour = flavour;
    this.state = state;
  }

  static boolean isUnit(String name) {
    return UNIT.matcher(name).matches();
  }

  /**
   * Returns them all.
   *
   * @param checks the checks in the plan of each container
   */
  List<String> complaints(Event event, Map<String, Set<String>> checks) {
    if (!isUnit(state.unit())) {
      complaints.add("\"%s\" is no name of a unit, such as \"panel/0\"".formatted(state.unit()));
    }
    config();
    storages();
    containers();
    names("resource", state.resources().keySet(), metadata.resources().keySet());
    networks();
    ports();
    charmState();
    status("unit", state.unitStatus());
    status("application", state.applicationStatus());
    RelationRules.check(metadata, flavour, state, complaints);
    SecretRules.check(state, complaints);
    EventRules.check(metadata, state, checks, event, complaints);
    return complaints;
  }

  private void names(String what, Set<String> given, Set<String> declared) {
    for (String name : new TreeSet<>(given)) {
      if (!declared.contains(name)) {
        complaints.add(
            "The charm declares no %s \"%s\"; it declares %s".formatted(what, name, declared));
      }
    }
  }

  private void config() {
    names("config option", state.config().keySet(), metadata.options().keySet());
    for (var entry : new TreeMap<>(state.config()).entrySet()) {
      ConfigOption option = metadata.options().get(entry.getKey());
      if (option != null && option.accept(entry.getValue()).isEmpty()) {
        complaints.add(
            "Config option \"%s\" has type %s, which a %s is not"
                .formatted(
                    entry.getKey(), option.type(), entry.getValue().getClass().getSimpleName()));
      }
    }
  }

  private void storages() {
    Set<String> seen = new HashSet<>();
    Map<String, Integer> counts = new TreeMap<>();
    metadata.storages().keySet().forEach(name -> counts.put(name, 0));
    for (StorageState storage : state.storages()) {
      names("storage", Set.of(storage.name()), metadata.storages().keySet());
      if (!seen.add(storage.id())) {
        complaints.add("Storage \"%s\" is there twice".formatted(storage.id()));
      }
      counts.merge(storage.name(), 1, Integer::sum);
    }
    for (StorageSpec spec : metadata.storages().values()) {
      int count = counts.getOrDefault(spec.name(), 0);
      if (count < spec.least()) {
        complaints.add(
            "The unit has %d of storage \"%s\" and cannot be without %d; add one by %s"
                .formatted(
                    count,
                    spec.name(),
                    spec.least(),
                    "storage(new StorageState(\"%s\", 0))".formatted(spec.name())));
      }
      if (!spec.allows(count)) {
        complaints.add(
            "The unit has %d of storage \"%s\", and its charm takes no more than %d"
                .formatted(count, spec.name(), spec.limit()));
      }
    }
  }

  private void containers() {
    Set<String> seen = new HashSet<>();
    for (ContainerState container : state.containers()) {
      names("container", Set.of(container.name()), metadata.containers());
      if (!seen.add(container.name())) {
        complaints.add("Container \"%s\" is there twice".formatted(container.name()));
      }
    }
    if (!state.containers().isEmpty() && !state.kubernetes()) {
      complaints.add(
          "A unit on a machine has no containers, such as \"%s\"; say kubernetes(true)"
              .formatted(state.containers().get(0).name()));
    }
  }

  private void networks() {
    for (String binding : new TreeSet<>(state.networks().keySet())) {
      if (!metadata.hasBinding(binding)) {
        complaints.add(
            "\"%s\" is no binding of the charm: neither an endpoint nor an extra binding"
                .formatted(binding));
      }
    }
  }

  private void ports() {
    List<PortRange> all = new ArrayList<>(new TreeSet<>(state.openedPorts()));
    for (int i = 0; i < all.size(); i++) {
      PortRange ports = all.get(i);
      boolean icmp = ports.protocol().equals("icmp");
      if (!icmp && (ports.from() < 1 || ports.to() > 65_535 || ports.to() < ports.from())) {
        complaints.add("\"%s\" are no ports; those go from 1 to 65535".formatted(ports));
      }
      if (!icmp && ports.from() != ports.to() && state.kubernetes()) {
        complaints.add("\"%s\" is a range of ports, which pods do not open".formatted(ports));
      }
      for (PortRange other : all.subList(i + 1, all.size())) {
        if (!icmp && ports.overlaps(other)) {
          complaints.add("Ports %s and %s overlap".formatted(ports, other));
        }
      }
    }
  }

  private void charmState() {
    for (var entry : new TreeMap<>(state.charmState()).entrySet()) {
      int key = entry.getKey().getBytes(StandardCharsets.UTF_8).length;
      int value = entry.getValue().getBytes(StandardCharsets.UTF_8).length;
      if (key == 0 || key > KEY) {
        complaints.add("A key of the charm state has %d bytes; it has 1 to %d".formatted(key, KEY));
      }
      if (value > VALUE) {
        complaints.add(
            "Key \"%s\" of the charm state has a value of %d bytes; it has at most %d"
                .formatted(entry.getKey(), value, VALUE));
      }
    }
  }

  private void status(String whose, WorkloadStatus status) {
    if (!STATUSES.contains(status.status())) {
      complaints.add(
          "The %s cannot have status \"%s\"; Juju knows %s"
              .formatted(whose, status.status(), new TreeSet<>(STATUSES)));
    }
  }
}
