package dev.charmsignals.postgresqlclient;

import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Delivery;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Notice;
import java.util.List;

/** The events of a server's endpoint; {@code on()} of a {@link PostgreSqlProvider}. */
public final class ProviderEvents extends ObjectEvents {

  private final PostgreSqlProvider provider;
  private final OwnEventSource<Notice> requested = source("database-requested", Notice.class);
  private final OwnEventSource<Notice> released = source("database-released", Notice.class);

  ProviderEvents(PostgreSqlProvider provider) {
    this.provider = provider;
  }

  /**
   * A client waits for an answer. Told on the leader, in each hook that looks until there is one,
   * so a handler that cannot answer yet just returns.
   *
   * @param client who asks
   * @param requests what it waits for; empty if it was answered while this was deferred
   * @param delivery what binds it to the hook that runs
   */
  public record DatabaseRequested(
      DatabaseClient client, List<ClientRequest> requests, Delivery delivery)
      implements DeferrableEvent {

    /** Copies the requests. */
    public DatabaseRequested {
      requests = List.copyOf(requests);
    }
  }

  /**
   * A client's relation is gone for good: time to remove its users. The secrets that it was granted
   * go with it. Told on every unit, once, in the broken hook; in the next update-status if the
   * relation went without one.
   *
   * @param client who is gone, of whom no more is known than the relation
   * @param delivery what binds it to the hook that runs
   */
  public record DatabaseReleased(DatabaseClient client, Delivery delivery)
      implements DeferrableEvent {}

  /** Returns the source of {@link DatabaseRequested}. */
  public LiveEventSource<?, DatabaseRequested> databaseRequested() {
    return live(requested, this::requested);
  }

  /** Returns the source of {@link DatabaseReleased}. */
  public LiveEventSource<?, DatabaseReleased> databaseReleased() {
    return live(released, this::released);
  }

  void request(Relation relation) {
    requested.emit(Notice.of(relation));
  }

  void release(Relation relation) {
    released.emit(Notice.of(relation));
  }

  private DatabaseRequested requested(Emitted<Notice> kept) {
    DatabaseClient client = provider.find(kept.event());
    return new DatabaseRequested(client, client.unanswered(), kept.delivery());
  }

  private DatabaseReleased released(Emitted<Notice> kept) {
    return new DatabaseReleased(provider.find(kept.event()), kept.delivery());
  }
}
