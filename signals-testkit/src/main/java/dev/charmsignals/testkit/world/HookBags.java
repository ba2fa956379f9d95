package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CommandFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * One hook's view of databags: what it may read, from which copy, and what it wrote (contract
 * sections 2.20, 4.3 and 4.4).
 */
final class HookBags {

  private record Key(int relation, String owner) {}

  private final Model model;
  private final Unit unit;
  private final HookSnapshot snapshot;
  private final BooleanSupplier leads;
  private final SortedMap<Integer, BagDraft> unitDrafts = new TreeMap<>();
  private final SortedMap<Integer, BagDraft> applicationDrafts = new TreeMap<>();
  private final Map<Key, Map<String, String>> copies = new HashMap<>();
  private final Map<Key, ReadRecord> reads = new LinkedHashMap<>();

  /** Creates the view; {@code leads} is what the agent answers within this hook. */
  HookBags(Model model, Unit unit, HookSnapshot snapshot, BooleanSupplier leads) {
    this.model = model;
    this.unit = unit;
    this.snapshot = snapshot;
    this.leads = leads;
  }

  Map<String, String> readUnit(int number, String name) {
    Relation relation = snapshot.relation(number);
    if (name.equals(unit.name())) {
      note(number, name, false);
      return unitDraft(number).view();
    }
    Databag bag = unitBag(relation, name);
    if (!snapshot.members(number).contains(name)) {
      note(number, name, false);
      return copies.computeIfAbsent(new Key(number, name), key -> bag.content());
    }
    SettingsCache cache = unit.agent().cache();
    Optional<Map<String, String>> cached = cache.find(number, name);
    Map<String, String> copy = cached.orElseGet(bag::content);
    if (cached.isEmpty()) {
      cache.keep(number, name, copy);
    }
    note(number, name, cached.isPresent() && !bag.holds(copy));
    return copy;
  }

  Map<String, String> readApplication(int number, String name) {
    Relation relation = snapshot.relation(number);
    String own = unit.application().name();
    if (name.equals(own)) {
      if (leads.getAsBoolean()) {
        note(number, name, false);
        return applicationDraft(number).view();
      }
      if (!relation.peers()) {
        throw new CommandFailure("permission denied");
      }
    }
    Databag bag =
        relation
            .namedBy(own, name)
            .flatMap(relation::applicationBag)
            .orElseThrow(() -> notThere(relation, name, "application not found in relation"));
    note(number, name, false);
    return copies.computeIfAbsent(new Key(number, name), key -> bag.content());
  }

  void writeUnit(int number, Map<String, String> changes) {
    unitDraft(number).put(changes);
  }

  void writeApplication(int number, Map<String, String> changes) {
    applicationDraft(number).put(changes);
  }

  /** Returns the own databags this hook loaded, which a commit sends in full. */
  SortedMap<Integer, BagDraft> unitDrafts() {
    return unitDrafts;
  }

  /** Returns the own application's databags this hook loaded; sent only if modified. */
  SortedMap<Integer, BagDraft> applicationDrafts() {
    return applicationDrafts;
  }

  List<ReadRecord> reads() {
    return new ArrayList<>(reads.values());
  }

  private BagDraft unitDraft(int number) {
    return unitDrafts.computeIfAbsent(
        number, key -> new BagDraft(unitBag(snapshot.relation(key), unit.name()).content()));
  }

  private BagDraft applicationDraft(int number) {
    BagDraft loaded = applicationDrafts.get(number);
    if (loaded != null) {
      return loaded;
    }
    if (!unit.leads()) {
      throw new CommandFailure("permission denied (unauthorized access)");
    }
    BagDraft draft =
        new BagDraft(
            snapshot
                .relation(number)
                .applicationBag(unit.application().name())
                .map(Databag::content)
                .orElseGet(TreeMap::new));
    applicationDrafts.put(number, draft);
    return draft;
  }

  private Databag unitBag(Relation relation, String name) {
    return relation
        .namedBy(unit.application().name(), name)
        .flatMap(relation::unitBag)
        .orElseThrow(() -> notThere(relation, name, "relation unit not found"));
  }

  private CommandFailure notThere(Relation relation, String name, String inJuju4) {
    if (model.flavour() == JujuFlavour.JUJU_4) {
      return new CommandFailure(inJuju4);
    }
    boolean party =
        relation.namedBy(unit.application().name(), Relation.applicationOf(name)).isPresent();
    return new CommandFailure(
        party
            ? "cannot read settings for unit \"%s\" in relation \"%s\": unit \"%s\": settings not found"
                .formatted(name, relation, name)
            : "permission denied");
  }

  private void note(int number, String owner, boolean stale) {
    String id = snapshot.endpoint(number) + ":" + number;
    reads.putIfAbsent(new Key(number, owner), new ReadRecord(id, owner, stale));
  }
}
