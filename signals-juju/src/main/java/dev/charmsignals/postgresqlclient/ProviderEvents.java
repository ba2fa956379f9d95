package dev.charmsignals.postgresqlclient;

import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Delivery;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.model.Relation;
import java.util.List;

/** The events of a server's endpoint; {@code on()} of a {@link PostgreSqlProvider}. */
public final class ProviderEvents extends ObjectEvents {

  private final PostgreSqlProvider provider;
  private final OwnEventSource<About> requested = source("database-requested", About.class);
  private final OwnEventSource<About> released = source("database-released", About.class);

  ProviderEvents(PostgreSqlProvider provider) {
    this.provider = provider;
  }

  /** What is kept of an event while it is deferred. */
  record About(int relation, String application) implements OwnEvent {

    About {
      if (relation < 0) {
        throw new IllegalArgumentException("no number of a relation"); // in edited charm state
      }
    }

    static About of(Relation relation) {
      return new About(relation.id().number(), relation.application());
    }
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
   * go with it. Told on every unit.
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
    requested.emit(About.of(relation));
  }

  void release(Relation relation) {
    released.emit(About.of(relation));
  }

  private DatabaseRequested requested(Emitted<About> kept) {
    DatabaseClient client = client(kept);
    return new DatabaseRequested(client, client.unanswered(), kept.delivery());
  }

  private DatabaseReleased released(Emitted<About> kept) {
    return new DatabaseReleased(client(kept), kept.delivery());
  }

  private DatabaseClient client(Emitted<About> kept) {
    About about = kept.event();
    return provider.find(about.relation(), about.application());
  }
}
