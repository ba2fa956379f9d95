package dev.charmsignals.testkit.world;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the next hook of one relation for one unit: the table of contract section 5.3. */
final class RelationResolver {

  private final Relation relation;
  private final Unit unit;
  private final RelationMemory local;
  private final RelationSnapshot remote;

  private RelationResolver(
      Relation relation, Unit unit, RelationMemory local, JujuFlavour flavour) {
    this.relation = relation;
    this.unit = unit;
    this.local = local;
    this.remote = RelationSnapshot.of(relation, unit, flavour);
  }

  static Optional<Hook> next(
      Relation relation, Unit unit, RelationMemory local, JujuFlavour flavour) {
    return new RelationResolver(relation, unit, local, flavour).next();
  }

  static Hook created(Relation relation, Unit unit) {
    String own = unit.application().name();
    return new Hook(
        HookKind.RELATION_CREATED,
        relation.sideOf(own).endpoint().name(),
        relation.number(),
        relation.seenBy(own, relation.counterpart(own)),
        "",
        "",
        0,
        HookSubject.NOTHING);
  }

  private Optional<Hook> next() {
    String pending = local.changedPending();
    if (pending != null) {
      return hook(HookKind.RELATION_CHANGED, pending, remote.units().getOrDefault(pending, 0L));
    }
    for (String member : local.members().keySet()) {
      if (!remote.units().containsKey(member)) {
        return hook(HookKind.RELATION_DEPARTED, member, 0);
      }
    }
    if (remote.broken()) {
      return relation.peers() ? Optional.empty() : hook(HookKind.RELATION_BROKEN, "", 0);
    }
    for (Map.Entry<String, Long> entry : remote.applications().entrySet()) {
      if (local.applications().getOrDefault(entry.getKey(), 0L) != (long) entry.getValue()) {
        return hook(HookKind.RELATION_CHANGED, "", entry.getValue());
      }
    }
    for (Map.Entry<String, Long> entry : remote.units().entrySet()) {
      if (!local.members().containsKey(entry.getKey())) {
        return hook(HookKind.RELATION_JOINED, entry.getKey(), entry.getValue());
      }
    }
    for (Map.Entry<String, Long> entry : remote.units().entrySet()) {
      @Nullable Long recorded = local.members().get(entry.getKey());
      if (recorded != null && recorded != (long) entry.getValue()) {
        return hook(HookKind.RELATION_CHANGED, entry.getKey(), entry.getValue());
      }
    }
    return Optional.empty();
  }

  private Optional<Hook> hook(HookKind kind, String remoteUnit, long version) {
    String own = unit.application().name();
    String remoteApplication = relation.seenBy(own, relation.counterpart(own));
    boolean forgotten = kind == HookKind.RELATION_BROKEN && !local.remoteApplicationKnown();
    String departing = "";
    if (kind == HookKind.RELATION_DEPARTED) {
      departing = unit.life() == Life.ALIVE ? remoteUnit : unit.name();
    }
    return Optional.of(
        new Hook(
            kind,
            relation.sideOf(own).endpoint().name(),
            relation.number(),
            forgotten ? "" : remoteApplication,
            remoteUnit,
            departing,
            version,
            HookSubject.NOTHING));
  }
}
