package dev.charmsignals.pgsql;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.Observers;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Clientele;
import dev.charmsignals.postgresql.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server's clients over the relations of one endpoint that speaks the interface {@code pgsql}.
 *
 * <pre>{@code
 * observe(provider.on().databaseRequested(), this::onRequested);
 * …
 * private void onRequested(ProviderEvents.DatabaseRequested event) {
 *   DatabaseClient client = event.client();
 *   ConnectionString master = create(client.requirements(), client.subnets());
 *   client.publish(DatabaseOffer.of(master).withVersion("16.9"));
 * }
 * }</pre>
 *
 * <p>When the master or the standbys change, publish anew to {@link #clients()}. Made in the
 * charm's constructor, one for each endpoint; used by the hook's only thread.
 */
public final class PostgreSqlProvider {

  private final HookSession session;
  private final String endpoint;
  private final ProviderEvents on;
  private final Clientele clientele;
  private final Map<Relation, DatabaseClient> clients = new HashMap<>();

  /**
   * Creates the provider of an endpoint.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the metadata does not provide
   *     the endpoint with the interface {@code pgsql}
   */
  public PostgreSqlProvider(CharmContext context, String endpoint) {
    this.session = context.session();
    this.endpoint = endpoint;
    session.endpoints().requireDeclared(endpoint, "provides", PostgreSqlClient.INTERFACE);
    clientele = new Clientele(session, endpoint);
    Observers observers = context.observers();
    on = observers.bind(new ProviderEvents(this), endpoint);
    Events events = context.events();
    RelationEvents relation = events.relation(endpoint);
    Handler<HookEvent> look = new Look();
    observers.observe(relation.created(), look);
    observers.observe(relation.changed(), look);
    observers.observe(relation.departed(), look);
    observers.observe(relation.broken(), look);
    observers.observe(events.upgradeCharm(), look);
    observers.observe(events.leaderElected(), look);
    observers.observe(events.configChanged(), look);
    observers.observe(events.updateStatus(), look);
  }

  /** Finds out in a hook who waits for an answer, and who is gone. */
  private final class Look implements Handler<HookEvent> {

    @Override
    public void handle(HookEvent event) {
      if (event instanceof RelationEvent.Broken broken) {
        release(broken.relation());
      } else if (event instanceof RelationEvent.Created created) {
        clientele.welcome(created.relation());
      } else if (event instanceof RelationEvent relation) {
        look(of(relation.relation()));
      } else {
        lookAtAll(event);
      }
    }

    private void lookAtAll(HookEvent event) {
      if (event instanceof LifecycleEvent.UpdateStatus) {
        clientele.lost().forEach(this::release);
      }
      for (DatabaseClient client : clients()) {
        if (Clientele.isCountedIn(event)) {
          clientele.welcome(client.relation());
        }
        look(client);
      }
    }

    private void look(DatabaseClient client) {
      if (session.isLeader() && !client.isAnswered()) {
        clientele.welcome(client.relation());
        on.request(client.relation());
      }
    }

    private void release(Relation relation) {
      clientele.dismiss(relation);
      on.release(relation);
    }
  }

  /** Returns what can be observed. */
  public ProviderEvents on() {
    return on;
  }

  /** Returns the related clients, by the number of their relations. */
  public List<DatabaseClient> clients() {
    List<DatabaseClient> living = new ArrayList<>();
    for (Relation relation : session.relations(endpoint)) {
      if (!relation.isBroken()) {
        living.add(of(relation));
      }
    }
    return List.copyOf(living);
  }

  /** Shows a relation of the endpoint; the same object for one relation in one hook. */
  public DatabaseClient of(Relation relation) {
    DatabaseClient known = clients.get(relation);
    if (known == null) {
      known = new DatabaseClient(session, relation);
      clients.put(relation, known);
    }
    return known;
  }

  /** Shows the client that an event is about, be it gone by now. */
  DatabaseClient find(Notice notice) {
    return of(notice.find(session, endpoint));
  }
}
