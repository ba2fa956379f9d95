package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Requirements;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What this application asks for in each relation. The leader writes it, in whichever of its hooks
 * it finds nothing written, so no leader that went away too early leaves a relation without.
 */
final class Requests {

  /** What of a request may change, in either contract. */
  private static final String[] CHANGEABLE = {
    "external-node-connectivity", "entity-permissions", "requests"
  };

  private final HookSession session;
  private @Nullable Supplier<Optional<DatabaseRequest>> always;
  private final Map<Integer, String> unapplied = new HashMap<>();
  private @Nullable Optional<DatabaseRequest> wanted;

  Requests(HookSession session) {
    this.session = session;
  }

  void always(Supplier<Optional<DatabaseRequest>> request) {
    always = request;
  }

  /** Has the leader ask for what the charm wants, unless that was done. */
  void ensure(Relation relation) {
    Optional<DatabaseRequest> known = wanted();
    if (known.isPresent() && !relation.isBroken() && session.isLeader()) {
      ensure(relation, known.get());
    }
  }

  /**
   * Asks for this in one relation.
   *
   * @throws NotLeaderException when this unit is not the leader
   */
  void require(Relation relation, DatabaseRequest request) {
    if (!session.isLeader()) {
      throw new NotLeaderException(session.environment().unit(), "ask for a database");
    }
    if (relation.isBroken()) { // as in an event that was deferred
      LoggerFactory.getLogger(Requests.class)
          .info("Relation {} is gone, so nobody is asked", relation);
      return;
    }
    ensure(relation, request);
  }

  private void ensure(Relation relation, DatabaseRequest request) {
    Databag bag = relation.ownApplicationBag();
    Optional<WrittenRequest> written = WrittenRequest.of(bag);
    unapplied.remove(relation.id().number());
    if (written.isEmpty()) {
      bag.putAll(text(relation, request, ""));
      grantWish(relation, request);
    } else if (written.get().differsFrom(request)) {
      String what =
          "%s keeps database \"%s\"; remove the relation and integrate again for what is asked by now"
              .formatted(relation.id(), OneLine.of(written.get().database()));
      unapplied.put(relation.id().number(), what);
      LoggerFactory.getLogger(Requests.class).warn(what);
    } else if (written.get().isOutdatedBy(request)) {
      update(bag, text(relation, request, written.get().salt()));
    }
  }

  /** Changes what may change while the relation lasts; the rest is the same already. */
  private static void update(Databag bag, SortedMap<String, String> text) {
    for (String key : CHANGEABLE) {
      String after = text.getOrDefault(key, "");
      if (!after.isEmpty()) {
        bag.put(key, after);
      } else if (!key.equals("requests")) {
        bag.remove(key);
      }
    }
  }

  private SortedMap<String, String> text(
      Relation relation, DatabaseRequest request, String writtenSalt) {
    if (request.contract() == DataContract.V0) {
      return RequestText.v0(request, session.model().has(JujuFeature.SECRETS));
    }
    session.model().require(JujuFeature.SECRETS);
    return RequestText.v1(request, writtenSalt.isEmpty() ? salt(relation, request) : writtenSalt);
  }

  private void grantWish(Relation relation, DatabaseRequest request) {
    Optional<Entity> entity = request.entity();
    if (entity.isPresent() && entity.get().secret().isPresent()) {
      session.model().secrets().get(entity.get().secret().get()).grant(relation);
    }
  }

  /** Returns what was asked for in a relation. */
  Asked asked(Relation relation) {
    if (session.isLeader()) {
      Optional<WrittenRequest> written = written(relation);
      return written.isEmpty()
          ? Asked.NOTHING
          : new Asked(false, written.get().database(), !written.get().entityType().isEmpty());
    }
    Optional<DatabaseRequest> known = wanted();
    return known.isEmpty()
        ? Asked.UNKNOWN
        : new Asked(false, known.get().requirements().database(), known.get().entity().isPresent());
  }

  /** Returns the same in the words that all clients share, if it can be said in them. */
  Optional<Requirements> requirements(Relation relation) {
    if (!session.isLeader() || relation.isBroken()) {
      Optional<DatabaseRequest> known = wanted();
      return known.isEmpty() ? Optional.empty() : Optional.of(known.get().requirements());
    }
    Optional<WrittenRequest> written = written(relation);
    return written.isEmpty() ? Optional.empty() : written.get().requirements();
  }

  private static Optional<WrittenRequest> written(Relation relation) {
    return WrittenRequest.of(relation.ownApplicationBag());
  }

  /** Returns what cannot be had before the relation is made anew, in words. */
  Optional<String> unapplied(Relation relation) {
    return Optional.ofNullable(unapplied.get(relation.id().number()));
  }

  /** Returns the id under which the newer contract answers; empty if this unit cannot know it. */
  String id(Relation relation) {
    if (session.isLeader()) {
      Optional<WrittenRequest> written = written(relation);
      return written.isEmpty() || written.get().salt().isEmpty()
          ? ""
          : RequestText.id(written.get().database(), written.get().salt());
    }
    Optional<DatabaseRequest> known = wanted();
    return known.isEmpty() || known.get().contract() == DataContract.V0
        ? ""
        : RequestText.id(known.get().requirements().database(), salt(relation, known.get()));
  }

  private String salt(Relation relation, DatabaseRequest request) {
    return RequestText.salt(
        request, session.environment().modelUuid().orElse(""), relation.id().number());
  }

  private Optional<DatabaseRequest> wanted() {
    Optional<DatabaseRequest> known = wanted;
    if (known == null) {
      Supplier<Optional<DatabaseRequest>> source = always;
      known = source == null ? Optional.empty() : source.get();
      wanted = known;
    }
    return known;
  }
}
