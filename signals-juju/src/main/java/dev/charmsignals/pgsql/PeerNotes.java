package dev.charmsignals.pgsql;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.snapshot.SnapshotText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What the leader tells the other units about its requests: an entry {@code interface.pgsql.db} in
 * the application's bag of a peer relation, with a JSON object of relation numbers.
 */
final class PeerNotes {

  private static final int LONGEST = 256 << 10;

  private final HookSession session;
  private final Optional<String> peers;
  private final String key;

  /**
   * Creates it.
   *
   * @param peers the endpoint of the peer relation, in a charm that has one
   */
  PeerNotes(HookSession session, String endpoint, Optional<String> peers) {
    this.session = session;
    this.peers = peers;
    this.key = "interface.pgsql.".concat(endpoint);
  }

  /** Returns whether the charm has a peer relation to share them over. */
  boolean areShared() {
    return peers.isPresent();
  }

  /** Returns what the leader said of a relation, this hook's changes included. */
  Optional<Request> read(RelationId relation) {
    if (!(entries().get(number(relation)) instanceof Map<?, ?> entry)) {
      return Optional.empty();
    }
    return Optional.of(
        new Request(
            text(entry, Request.DATABASE),
            text(entry, Request.ROLES),
            text(entry, Request.EXTENSIONS)));
  }

  /** Notes what is asked for over a relation; only the leader may. */
  void write(RelationId relation, Request request) {
    Optional<Request> before = read(relation);
    if (peers.isPresent() && !(before.isPresent() && before.get().saysAs(request))) {
      Map<String, String> entry = new TreeMap<>();
      entry.put(Request.DATABASE, request.database());
      entry.put(Request.ROLES, request.roles());
      entry.put(Request.EXTENSIONS, request.extensions());
      Map<String, @Nullable Object> changed = new TreeMap<>();
      changed.putAll(entries());
      changed.put(number(relation), entry);
      save(changed);
    }
  }

  /** Forgets a relation; only the leader may. */
  void remove(RelationId relation) {
    Map<String, @Nullable Object> changed = new TreeMap<>();
    changed.putAll(entries());
    if (changed.remove(number(relation)) != null) {
      save(changed);
    }
  }

  private void save(Map<String, @Nullable Object> changed) {
    Optional<Databag> bag = bag();
    if (bag.isPresent()) {
      Request.write(bag.get(), key, changed.isEmpty() ? "" : SnapshotText.of(changed, LONGEST));
    }
  }

  private Map<String, ? extends @Nullable Object> entries() {
    Optional<Databag> bag = bag();
    String text = bag.isPresent() ? bag.get().get(key) : null;
    try {
      return JsonReader.readObject(text == null ? "{}" : text, SnapshotText.MAX_DEPTH);
    } catch (MalformedException e) {
      // Only a leader of this application writes here, so somebody meddled; it is written anew.
      LoggerFactory.getLogger(PostgreSqlClient.class)
          .error("The entry {} of the peers' bag cannot be read: {}", key, e.reason());
      return Map.of();
    }
  }

  private Optional<Databag> bag() {
    List<Relation> found = peers.isPresent() ? session.relations(peers.get()) : List.of();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).ownApplicationBag());
  }

  private static String text(Map<?, ?> entry, String name) {
    return entry.get(name) instanceof String text ? text : "";
  }

  private static String number(RelationId relation) {
    return Integer.toString(relation.number());
  }
}
