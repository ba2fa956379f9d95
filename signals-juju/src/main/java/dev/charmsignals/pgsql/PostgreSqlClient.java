package dev.charmsignals.pgsql;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.Observers;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.name.Endpoints;
import dev.charmsignals.postgresql.Announcer;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseEvents;
import dev.charmsignals.postgresql.DatabaseRelation;
import dev.charmsignals.postgresql.DatabaseRelations;
import dev.charmsignals.postgresql.Requirements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A charm's databases over the relations of one endpoint that speaks the interface {@code pgsql}.
 *
 * <pre>{@code
 * private final PostgreSqlClient db =
 *     new PostgreSqlClient(context(), "db").always(Requirements.database("orders"));
 * …
 * observe(db.on().masterChanged(), this::onMasterChanged);
 * …
 * private void onMasterChanged(DatabaseEvent.MasterChanged event) {
 *   Optional<ConnectionString> master = event.master();
 * }
 * }</pre>
 *
 * <p>What a server publishes is held back until it has done all that was asked for and has granted
 * it to this unit's networks. Made in the charm's constructor, one for each endpoint; used by the
 * hook's only thread.
 */
public final class PostgreSqlClient implements DatabaseRelations {

  static final String INTERFACE = "pgsql";

  private final HookSession session;
  private final String endpoint;
  private final DatabaseEvents on;
  private final Requests requests;
  private final Observers observers;
  private final Map<Relation, ServerRelation> servers = new HashMap<>();

  /**
   * Creates the client of an endpoint. Units that do not lead learn what handlers ask for over the
   * first peer relation that the metadata declares.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the metadata does not require
   *     the endpoint with the interface {@code pgsql}
   */
  public PostgreSqlClient(CharmContext context, String endpoint) {
    this.session = context.session();
    this.endpoint = endpoint;
    this.observers = context.observers();
    session.endpoints().requireDeclared(endpoint, "requires", INTERFACE);
    on = observers.bind(new DatabaseEvents(session, endpoint, this), endpoint);
    Optional<String> peers = peers(session.endpoints());
    requests = new Requests(session, endpoint, new PeerNotes(session, endpoint, peers));
    Announcer announcer = new Announcer(session, endpoint, on);
    new Lookout(session, endpoint, requests, announcer, this)
        .observe(observers, context.events(), peers);
  }

  private static Optional<String> peers(Endpoints declared) {
    for (String name : declared.names()) {
      if (declared.isPeer(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  // While the charm is constructed.

  /**
   * Asks for this on every relation, in the charm's constructor, so that every unit knows it.
   *
   * @return this
   */
  public PostgreSqlClient always(Requirements requirements) {
    observers.requireOpen("what is asked for on ".concat(endpoint));
    requests.always(requirements);
    return this;
  }

  /**
   * Asks on every relation for what depends on the charm's config; asked once in a hook that needs
   * it, on every unit, which must all give the same answer.
   *
   * @return this
   */
  public PostgreSqlClient always(Supplier<Requirements> requirements) {
    observers.requireOpen("what is asked for on ".concat(endpoint));
    requests.always(requirements);
    return this;
  }

  /** Returns what can be observed. */
  public DatabaseEvents on() {
    return on;
  }

  // In handlers.

  /** Returns the related servers, by the number of their relations. */
  public List<DatabaseRelation> all() {
    List<DatabaseRelation> all = new ArrayList<>();
    for (Relation relation : session.relations(endpoint)) {
      if (!relation.isBroken()) {
        all.add(of(relation));
      }
    }
    return List.copyOf(all);
  }

  @Override
  public DatabaseRelation of(Relation relation) {
    ServerRelation known = servers.get(relation);
    if (known == null) {
      known = new ServerRelation(session, relation, requests);
      servers.put(relation, known);
    }
    return known;
  }

  /**
   * Asks for this on every relation that there is; the event of one asks on that one alone.
   *
   * @throws dev.charmsignals.model.NotLeaderException when this unit is not the leader
   * @throws FixedRequirementsException when the constructor said what is asked for
   */
  public void require(Requirements requirements) {
    for (DatabaseRelation server : all()) {
      server.require(requirements);
    }
  }

  /** Returns the master of the only server that is related; empty if it has none, or is not one. */
  public Optional<ConnectionString> master() {
    List<DatabaseRelation> all = all();
    return all.size() == 1 ? all.get(0).master() : Optional.empty();
  }

  /** Returns the standbys of the only server that is related; empty if it has none. */
  public List<ConnectionString> standbys() {
    List<DatabaseRelation> all = all();
    return all.size() == 1 ? all.get(0).standbys() : List.of();
  }

  /**
   * Returns how a charm stands that needs exactly one master: blocked while no server or several
   * are related, waiting while there is no master, then active.
   */
  public Status status() {
    List<DatabaseRelation> all = all();
    if (all.isEmpty()) {
      return Status.blocked("missing relation: ".concat(endpoint));
    }
    if (all.size() > 1) {
      return Status.blocked("too many related applications: ".concat(endpoint));
    }
    return all.get(0).master().isPresent()
        ? Status.active()
        : Status.waiting("master not ready yet: ".concat(endpoint));
  }
}
