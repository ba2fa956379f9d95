package dev.charmsignals.testkit.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ends a successful hook: everything it wrote is accepted as one, or refused as one (contract
 * sections 4.1 and 4.2).
 */
final class Transaction {

  private static final int BAG_QUOTA = 16 * 1024 * 1024;
  private static final int STATE_QUOTA = 2 * 1024 * 1024;
  private static final Set<String> ADDRESSES = Set.of("ingress-address", "egress-subnets");

  /** One databag to write, with the keys that are to change. */
  private record Write(String where, Databag bag, Map<String, String> sent) {}

  private final Model model;
  private final Unit unit;
  private final Hook hook;
  private final HookContext context;
  private final List<Write> writes = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  Transaction(Model model, Unit unit, Hook hook, HookContext context) {
    this.model = model;
    this.unit = unit;
    this.hook = hook;
    this.context = context;
  }

  /**
   * Writes everything and answers empty, or writes nothing and answers why; but Juju 3 writes of
   * secrets before it looks at the rest.
   *
   * @param forced a reason to refuse that lies outside
   */
  Optional<String> commit(Optional<String> forced) {
    Optional<SecretCommit> secrets =
        context.secretWrites().map(writes -> new SecretCommit(model, unit, writes));
    Optional<String> refusal = secrets.flatMap(SecretCommit::check);
    boolean first = model.flavour() != JujuFlavour.JUJU_4;
    if (refusal.isEmpty() && first) {
      secrets.ifPresent(commit -> changes.addAll(commit.apply()));
    }
    refusal =
        refusal
            .or(() -> forced)
            .or(this::check)
            .or(() -> context.storageDraft().flatMap(StorageDraft::check));
    if (refusal.isEmpty()) {
      if (!first) {
        secrets.ifPresent(commit -> changes.addAll(commit.apply()));
      }
      writes.forEach(this::apply);
      applyState();
      applyPorts();
      context.storageDraft().ifPresent(StorageDraft::apply);
    }
    return refusal;
  }

  /** Returns what the commit changed. */
  List<Change> changes() {
    return changes;
  }

  private Optional<String> check() {
    if (model.unit(unit.name()).isEmpty() || unit.life() == Life.DEAD) {
      return Optional.of("unit \"%s\" is not alive".formatted(unit.name()));
    }
    String own = unit.application().name();
    Map<Integer, Map<String, String>> unitWrites = unitWrites();
    for (var write : unitWrites.entrySet()) {
      Optional<Relation> relation = model.relation(write.getKey());
      if (relation.isEmpty() || !relation.get().inScope(unit.name())) {
        return Optional.of("relation %d not found".formatted(write.getKey()));
      }
      plan(relation.get(), unit.name(), relation.get().unitBag(unit.name()), write.getValue());
    }
    for (var draft : context.bags().applicationDrafts().entrySet()) {
      if (!draft.getValue().modified()) {
        continue;
      }
      Optional<Relation> relation = model.relation(draft.getKey());
      if (relation.isEmpty()) {
        return Optional.of("relation %d not found".formatted(draft.getKey()));
      }
      if (!unit.leads()) {
        return Optional.of(notLeader(unit));
      }
      plan(relation.get(), own, relation.get().applicationBag(own), draft.getValue().complete());
    }
    return quota();
  }

  static String notLeader(Unit unit) {
    return "checking leadership continuity: \"%s\" is not leader of \"%s\""
        .formatted(unit.name(), unit.application().name());
  }

  private Map<Integer, Map<String, String>> unitWrites() {
    SortedMap<Integer, Map<String, String>> sent = new TreeMap<>();
    context.bags().unitDrafts().forEach((relation, draft) -> sent.put(relation, own(draft)));
    if (hook.kind() == HookKind.CONFIG_CHANGED) {
      for (int relation : unit.agent().relations().keySet()) {
        if (model.relation(relation).isPresent()) {
          sent.computeIfAbsent(relation, key -> new TreeMap<>())
              .putAll(Addresses.of(unit, model.flavour()));
        }
      }
    }
    return sent;
  }

  /** Juju 4 silently keeps its own address keys to itself. */
  private Map<String, String> own(BagDraft draft) {
    SortedMap<String, String> sent = draft.complete();
    if (model.flavour() == JujuFlavour.JUJU_4) {
      sent.keySet().removeAll(ADDRESSES);
    }
    return sent;
  }

  private void plan(
      Relation relation, String owner, Optional<Databag> bag, Map<String, String> sent) {
    String endpoint = relation.sideOf(unit.application().name()).endpoint().name();
    String where = endpoint + ":" + relation.number() + " " + owner;
    bag.ifPresent(found -> writes.add(new Write(where, found, sent)));
  }

  private Optional<String> quota() {
    if (model.flavour() == JujuFlavour.JUJU_4) {
      for (Write write : writes) {
        Map<String, String> after = new HashMap<>(write.bag().content());
        after.putAll(write.sent());
        if (size(after) > BAG_QUOTA) {
          String kind = write.where().contains("/") ? "unit" : "application";
          return Optional.of(
              "checking relation %s settings size: max allowed total size (16777216): quota limit exceeded"
                  .formatted(kind));
        }
      }
    } else if (context.state().modified() && size(context.state().view()) > STATE_QUOTA) {
      return Optional.of(
          "persisting charm state: max allowed size (2097152) exceeded quota limit exceeded");
    }
    return Optional.empty();
  }

  private static long size(Map<String, String> entries) {
    long size = 0;
    for (var entry : entries.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        size += entry.getKey().getBytes(StandardCharsets.UTF_8).length;
        size += entry.getValue().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return size;
  }

  private void apply(Write write) {
    SortedMap<String, String> before = write.bag().content();
    write.bag().merge(write.sent());
    note(write.where(), before, write.bag().content());
  }

  private void applyState() {
    if (context.state().modified()) {
      SortedMap<String, String> after = context.state().view();
      note("state", new TreeMap<>(unit.charmState()), after);
      unit.charmState().clear();
      unit.charmState().putAll(after);
    }
  }

  private void applyPorts() {
    if (context.ports().modified()) {
      var after = context.ports().view();
      unit.ports().clear();
      unit.ports().putAll(after);
    }
  }

  private void note(String where, Map<String, String> before, Map<String, String> after) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      @Nullable String old = before.get(key);
      @Nullable String now = after.get(key);
      if (old == null ? now != null : !old.equals(now)) {
        changes.add(new Change(where, key, Optional.ofNullable(old), Optional.ofNullable(now)));
      }
    }
  }
}
