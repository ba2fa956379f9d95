package dev.charmsignals.model;

import dev.charmsignals.hook.LifecycleHook;
import dev.charmsignals.name.UnitName;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who may do what with one of this side's two bags of a relation, and how it is done. */
final class BagAccess {

  private final HookSession session;
  private final Relation relation;
  private final boolean application;

  BagAccess(HookSession session, Relation relation, boolean application) {
    this.session = session;
    this.relation = relation;
    this.application = application;
  }

  void requireReadable() {
    requireUsable(session, relation, bag());
    // Juju 4 does not refuse this, against its own documentation; 3.6 does (contract §2.20).
    if (application && !relation.isPeer() && !session.isLeader()) {
      throw refused(
          Optional.of(false),
          "it is not the leader, and only the leader reads its own application's bag",
          "Ask isLeader() first, or have the leader keep a copy in a peer relation");
    }
  }

  void requireWritable() {
    requireUsable(session, relation, bag());
    if (relation.isBroken()) {
      throw refused(
          Optional.empty(),
          "the relation is broken, so nobody would read what is written",
          "Write no later than in the departed hooks, or keep it in charm state");
    }
    if (application && !session.isLeader()) {
      throw refused(
          Optional.of(false),
          "it is not the leader, and only the leader writes an application's bag",
          "Ask isLeader() first, or use the unit's bag, which each unit writes for itself");
    }
  }

  /** Refuses every bag in install, when the unit has entered no relation (contract §5.2). */
  static void requireUsable(HookSession session, Relation relation, String bag) {
    if (session.environment().hook() == LifecycleHook.INSTALL) {
      throw new DatabagAccessException(
          session.environment().unit(),
          relation.id(),
          bag,
          Optional.empty(),
          "in install the unit has entered no relation yet, not even that with its peers",
          "Wait for the relation's created hook, which comes right after install");
    }
  }

  void requireStorable(String key, String value) {
    if (!isPlain(key)) {
      throw new RefusedEntryException(
          place(), key, "may hold only letters, digits, \".\", \"_\" and \"-\", as in \"db-name\"");
    }
    if (key.equals("ingress-address")
        || key.equals("egress-subnets")
        || key.equals("private-address")) {
      throw new RefusedEntryException(
          place(), key, "belongs to Juju, which overwrites or drops it; use another key");
    }
    if (value.isEmpty()) {
      throw new RefusedEntryException(
          place(), key, "cannot have an empty value, which Juju takes for none; use remove");
    }
    if (!Utf8.survives(value)) {
      throw new RefusedEntryException(
          place(), key, "has a value with half a surrogate pair, which UTF-8 cannot carry");
    }
  }

  Map<String, String> read() {
    if (relation.isEnded()) {
      return Map.of();
    }
    UnitName unit = session.environment().unit();
    return application
        ? session.tools().relationGetApplication(relation.id(), unit.application())
        : session.tools().relationGet(relation.id(), unit);
  }

  void write(SortedMap<String, Optional<String>> writes) {
    TreeMap<String, String> entries = new TreeMap<>();
    for (Map.Entry<String, Optional<String>> write : writes.entrySet()) {
      // Setting nothing is how relation-set removes (contract §2.6).
      entries.put(write.getKey(), write.getValue().orElse(""));
    }
    session.tools().relationSet(relation.id(), application, entries);
  }

  private String bag() {
    UnitName unit = session.environment().unit();
    return application
        ? "application bag of ".concat(unit.application())
        : "unit bag of ".concat(unit.value());
  }

  String place() {
    return "the ".concat(bag()).concat(" in ").concat(relation.id().toString());
  }

  private DatabagAccessException refused(Optional<Boolean> leader, String reason, String wayOut) {
    return new DatabagAccessException(
        session.environment().unit(), relation.id(), bag(), leader, reason, wayOut);
  }

  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return !key.isEmpty();
  }
}
