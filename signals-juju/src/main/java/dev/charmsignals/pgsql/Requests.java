package dev.charmsignals.pgsql;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Requirements;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this application asks for over the relations of one endpoint. The leader writes it to the
 * application's bag, where servers look; every unit copies it to its own bag, where older ones do;
 * and peers learn of it from {@link PeerNotes}, because they cannot read the application's bag.
 */
final class Requests {

  private final HookSession session;
  private final PeerNotes notes;
  private final String migrating;
  private @Nullable Supplier<Requirements> always;
  private @Nullable Request everywhere;

  Requests(HookSession session, String endpoint, PeerNotes notes) {
    this.session = session;
    this.notes = notes;
    this.migrating = "charm-signals/.pgsql/".concat(endpoint).concat("/migrating");
  }

  /** Has every relation ask for the same, which every unit knows by itself. */
  void always(Requirements requirements) {
    everywhere = Request.of(requirements);
  }

  /** The same, where it is known in handlers only. */
  void always(Supplier<Requirements> requirements) {
    always = requirements;
  }

  /** Returns what is asked for; empty when this unit cannot know. */
  Optional<Request> of(Relation relation) {
    Request same = everywhere;
    Supplier<Requirements> supplier = always;
    if (same == null && supplier != null) {
      same = Request.of(supplier.get());
      everywhere = same;
    }
    if (same != null) {
      return Optional.of(same);
    }
    if (relation.isBroken()) {
      return Optional.empty();
    }
    return session.isLeader()
        ? Optional.of(Request.of(relation.ownApplicationBag()))
        : notes.read(relation.id());
  }

  /** Asks for something over one relation. */
  void ask(Relation relation, Requirements requirements) {
    if (!session.isLeader()) {
      throw new NotLeaderException(session.environment().unit(), "ask for a database");
    }
    if (isFixed()) {
      throw new FixedRequirementsException(relation.endpoint());
    }
    if (relation.isBroken()) { // as in an event that was deferred
      LoggerFactory.getLogger(PostgreSqlClient.class)
          .info("Relation {} is gone, so nobody is asked", relation);
      return;
    }
    Request request = Request.of(requirements);
    request.writeTo(relation.ownApplicationBag());
    request.writeTo(relation.ownUnitBag());
    notes.write(relation.id(), request);
    Logger log = LoggerFactory.getLogger(PostgreSqlClient.class);
    log.debug("Asked for {} on {}", requirements, relation);
    if (!notes.areShared()) {
      log.warn(
          "Units that do not lead cannot learn what is asked for on {} and will get no database:"
              + " declare a peer relation, or say it in the charm's constructor",
          relation.endpoint());
    }
  }

  /** Brings the copies of what is asked for over a relation up to date. */
  void mirror(Relation relation) {
    boolean leads = session.isLeader();
    if (leads && isMigrating()) {
      adopt(relation);
    }
    Optional<Request> request = of(relation);
    if (request.isEmpty()) {
      return;
    }
    if (leads) {
      if (isFixed()) {
        request.get().writeTo(relation.ownApplicationBag());
      } else {
        notes.write(relation.id(), request.get());
      }
    }
    request.get().writeTo(relation.ownUnitBag());
  }

  /** Notes that a relation is gone. */
  void forget(Relation relation) {
    if (!isFixed() && session.isLeader()) {
      notes.remove(relation.id());
    }
  }

  /**
   * Notes that an older charm may have asked in this unit's bag alone, until a leader has shared
   * what is asked for.
   */
  void beginMigration() {
    if (!isFixed()) {
      session.state().put(migrating, "1");
    }
  }

  /** Ends it, when all relations were mirrored, if they are known by now. */
  void endMigration(boolean known) {
    if (known && isMigrating()) {
      session.state().remove(migrating);
    }
  }

  private boolean isFixed() {
    return everywhere != null || always != null;
  }

  private boolean isMigrating() {
    return session.state().get(migrating).isPresent();
  }

  /** Has the application ask for what this unit asked for before applications had bags. */
  private void adopt(Relation relation) {
    Request before = Request.of(relation.ownApplicationBag());
    Request after = before.orElse(Request.of(relation.ownUnitBag()));
    if (!after.saysAs(before)) {
      LoggerFactory.getLogger(PostgreSqlClient.class)
          .info("Migrating what an older charm asked for on {}", relation);
      after.writeTo(relation.ownApplicationBag());
    }
  }
}
