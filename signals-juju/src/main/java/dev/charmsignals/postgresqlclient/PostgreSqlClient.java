package dev.charmsignals.postgresqlclient;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.Observers;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.postgresql.Announcer;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseEvents;
import dev.charmsignals.postgresql.DatabaseRelations;
import dev.charmsignals.postgresql.Requirements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A charm's databases over the relations of one endpoint that speaks the interface {@code
 * postgresql_client}.
 *
 * <pre>{@code
 * private final PostgreSqlClient db =
 *     new PostgreSqlClient(context(), "database").always(DatabaseRequest.database("orders"));
 * …
 * observe(db.on().masterChanged(), this::onMasterChanged);
 * …
 * private void onMasterChanged(DatabaseEvent.MasterChanged event) {
 *   Optional<ConnectionString> master = event.master();
 * }
 * }</pre>
 *
 * <p>The leader asks, in whichever hook it finds nothing asked for. Every unit reads the answer and
 * its secrets in every hook of the endpoint, of secrets and of its own life, and compares them with
 * what it told the charm last, so nothing is missed for long and nothing told twice. Made in the
 * charm's constructor, one for each endpoint; used by the hook's only thread.
 */
public final class PostgreSqlClient implements DatabaseRelations {

  static final String INTERFACE = "postgresql_client";

  private final HookSession session;
  private final String endpoint;
  private final Observers observers;
  private final ClientSettings settings;
  private final Requests requests;
  private final Databases databases;
  private final DatabaseEvents on;
  private final NewsEvents news;

  /**
   * Creates the client of an endpoint, which asks for nothing by itself: say what with {@link
   * #always}, or have a handler {@link #require} it, usually one of {@code databaseRelationJoined}.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the metadata does not require
   *     the endpoint with the interface {@code postgresql_client}
   */
  public PostgreSqlClient(CharmContext context, String endpoint) {
    this.session = context.session();
    this.endpoint = endpoint;
    this.observers = context.observers();
    session.endpoints().requireDeclared(endpoint, "requires", INTERFACE);
    settings =
        new ClientSettings(session, endpoint, context.charmDirectory().resolve(".postgresql"));
    requests = new Requests(session);
    databases = new Databases(session, endpoint, requests, settings);
    on = observers.bind(new DatabaseEvents(session, endpoint, databases), endpoint);
    news = observers.bind(new NewsEvents(databases), endpoint.concat(".news"));
    Announcer announcer = new Announcer(session, endpoint, on);
    Lookout lookout =
        new Lookout(session, endpoint, requests, databases, settings, announcer, news);
    for (EventSource<? extends HookEvent> source : sources(context.events(), endpoint)) {
      observers.observe(source, lookout);
    }
  }

  /** Departed is among them, because a subordinate provider's unit that was ready may leave. */
  private static List<EventSource<? extends HookEvent>> sources(Events events, String endpoint) {
    RelationEvents relation = events.relation(endpoint);
    return List.of(
        relation.created(),
        relation.joined(),
        relation.changed(),
        relation.departed(),
        relation.broken(),
        events.secretChanged(),
        events.leaderElected(),
        events.configChanged(),
        events.upgradeCharm(),
        events.updateStatus());
  }

  // While the charm is constructed.

  /**
   * Asks for this on every relation.
   *
   * @return this
   */
  public PostgreSqlClient always(DatabaseRequest request) {
    return always(() -> Optional.of(request));
  }

  /**
   * Asks for this on every relation, in the way that every provider understands.
   *
   * @return this
   * @throws DatabaseRequestException when this interface has no word for a part of it
   */
  public PostgreSqlClient always(Requirements requirements) {
    return always(DatabaseRequest.of(requirements));
  }

  /**
   * Asks on every relation for what depends on the charm's config.
   *
   * @param request asked once in a hook that needs it, on every unit, which must all give the same
   *     answer; empty to ask for nothing yet
   * @return this
   */
  public PostgreSqlClient always(Supplier<Optional<DatabaseRequest>> request) {
    requireOpen("what is asked for");
    requests.always(request);
    return this;
  }

  /**
   * Names the relations: the oldest gets the first alias, and so on. Give as many as the endpoint's
   * {@code limit} allows relations.
   *
   * @return this
   */
  public PostgreSqlClient aliases(String... names) {
    requireOpen("aliases");
    settings.aliases(List.of(names));
    return this;
  }

  /**
   * Decides how sure to be of the servers; {@link TlsPolicy#AS_OFFERED} otherwise.
   *
   * @return this
   */
  public PostgreSqlClient tls(TlsPolicy policy) {
    requireOpen("TLS");
    settings.tls(policy);
    return this;
  }

  /**
   * Keeps the certificates that connection strings name as {@code sslrootcert} in this directory,
   * where the workload reads them; below the charm's own directory otherwise.
   *
   * @return this
   */
  public PostgreSqlClient certificatesIn(Path directory) {
    requireOpen("certificates");
    settings.certificates(directory);
    return this;
  }

  private void requireOpen(String what) {
    observers.requireOpen(what.concat(" on ").concat(endpoint));
  }

  /** Returns the events that all clients of PostgreSQL servers tell. */
  public DatabaseEvents on() {
    return on;
  }

  /** Returns the events that only this interface tells. */
  public NewsEvents news() {
    return news;
  }

  // In handlers.

  /** Returns the related databases, by the number of their relations. */
  public List<Database> all() {
    List<Database> all = new ArrayList<>();
    for (Relation relation : session.relations(endpoint)) {
      if (!relation.isBroken()) {
        all.add(databases.of(relation));
      }
    }
    return List.copyOf(all);
  }

  @Override
  public Database of(Relation relation) {
    return databases.of(relation);
  }

  /** Returns the only database that is related; empty if there is none, or are several. */
  public Optional<Database> only() {
    List<Database> all = all();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /**
   * Asks for this on every relation that there is; the event of one asks on that one alone.
   *
   * @throws dev.charmsignals.model.NotLeaderException when this unit is not the leader
   * @throws DatabaseRequestException when this interface has no word for a part of it
   */
  public void require(Requirements requirements) {
    for (Database database : all()) {
      database.require(requirements);
    }
  }

  /** Returns the master of the only database; empty if it has none, or is not one. */
  public Optional<ConnectionString> master() {
    Optional<Database> only = only();
    return only.isEmpty() ? Optional.empty() : only.get().master();
  }

  /** Returns the standbys of the only database; empty if it has none, or is not one. */
  public List<ConnectionString> standbys() {
    Optional<Database> only = only();
    return only.isEmpty() ? List.of() : only.get().standbys();
  }

  /**
   * Returns how a charm stands that needs all of its databases: blocked while none is related, else
   * the most urgent of what they say.
   */
  public Status status() {
    List<Status> statuses = new ArrayList<>();
    for (Database database : all()) {
      statuses.add(database.status());
    }
    Optional<Status> most = Status.mostUrgent(statuses);
    return most.isPresent() ? most.get() : Readings.missing(endpoint);
  }
}
