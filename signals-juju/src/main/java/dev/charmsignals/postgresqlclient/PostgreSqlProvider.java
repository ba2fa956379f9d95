package dev.charmsignals.postgresqlclient;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
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
 * A server's clients over the relations of one endpoint that speaks the interface {@code
 * postgresql_client}, in either of its contracts.
 *
 * <pre>{@code
 * observe(provider.on().databaseRequested(), this::onRequested);
 * …
 * private void onRequested(ProviderEvents.DatabaseRequested event) {
 *   for (ClientRequest request : event.requests()) {
 *     String password = create(request.database(), user, request.roles());
 *     event.client().publish(
 *         request,
 *         DatabaseOffer.of(request.database(), user, password).withEndpoints(writers, readers));
 *   }
 * }
 * }</pre>
 *
 * <p>When the servers change, tell the {@link #clients()}. Made in the charm's constructor, one for
 * each endpoint; used by the hook's only thread.
 */
public final class PostgreSqlProvider {

  private final HookSession session;
  private final String endpoint;
  private final ProviderEvents on;
  private final Clientele clientele;
  private final Map<Integer, DatabaseClient> clients = new HashMap<>();

  /**
   * Creates the provider of an endpoint.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the metadata does not provide
   *     the endpoint with the interface {@code postgresql_client}
   */
  public PostgreSqlProvider(CharmContext context, String endpoint) {
    this.session = context.session();
    this.endpoint = endpoint;
    session.endpoints().requireDeclared(endpoint, "provides", PostgreSqlClient.INTERFACE);
    this.clientele = new Clientele(session, endpoint);
    Observers observers = context.observers();
    this.on = observers.bind(new ProviderEvents(this), endpoint);
    Handler<HookEvent> look = new Look();
    for (EventSource<? extends HookEvent> source : sources(context.events(), endpoint)) {
      observers.observe(source, look);
    }
  }

  private static List<EventSource<? extends HookEvent>> sources(Events events, String endpoint) {
    RelationEvents relation = events.relation(endpoint);
    return List.of(
        relation.created(),
        relation.joined(),
        relation.changed(),
        relation.broken(),
        events.start(),
        events.leaderElected(),
        events.configChanged(),
        events.upgradeCharm(),
        events.updateStatus());
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
    DatabaseClient known = clients.get(relation.id().number());
    if (known == null) {
      known = new DatabaseClient(session, relation);
      clients.put(relation.id().number(), known);
    }
    return known;
  }

  /** Shows the client that an event is about, be it gone by now. */
  DatabaseClient find(Notice notice) {
    return of(notice.find(session, endpoint));
  }

  /**
   * Looks for clients that wait, in every hook, as an answer may have been impossible before; and
   * for clients that are gone.
   */
  private final class Look implements Handler<HookEvent> {

    @Override
    public void handle(HookEvent event) {
      if (event instanceof RelationEvent.Broken broken) {
        of(broken.relation()).forget();
        release(broken.relation());
      } else if (event instanceof RelationEvent.Created created) {
        of(created.relation()).takeBackWhatIsLost(); // it may have been suspended
        clientele.welcome(created.relation());
      } else if (event instanceof LifecycleEvent.LeaderElected) {
        for (DatabaseClient client : clients()) {
          client.takeBackWhatIsLost(); // who led may have been away when it was resumed
        }
      } else if (event instanceof LifecycleEvent.UpdateStatus) {
        for (Relation lost : clientele.lost()) {
          of(lost).forgetLost();
          release(lost);
        }
      }
      boolean counted = Clientele.isCountedIn(event);
      if (counted || session.isLeader()) {
        for (DatabaseClient client : clients()) {
          boolean waits = !client.unanswered().isEmpty(); // of whoever leads alone
          if (counted || waits) {
            clientele.welcome(client.relation());
          }
          if (waits) {
            on.request(client.relation());
          }
        }
      }
    }

    private void release(Relation relation) {
      clientele.dismiss(relation);
      on.release(relation);
    }
  }
}
