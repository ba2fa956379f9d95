package dev.charmsignals.pgsql;

import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Delivery;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Notice;

/** The events of a server's endpoint; {@code on()} of a {@link PostgreSqlProvider}. */
public final class ProviderEvents extends ObjectEvents {

  private final PostgreSqlProvider provider;
  private final OwnEventSource<Notice> requested = source("database-requested", Notice.class);
  private final OwnEventSource<Notice> released = source("database-released", Notice.class);

  ProviderEvents(PostgreSqlProvider provider) {
    this.provider = provider;
  }

  /**
   * A client asks for something that is not published yet, or connects from where it is not granted
   * yet, or no longer does. Told on the leader, in each hook that looks at it until it is answered.
   *
   * @param client who asks, as things are now
   * @param delivery what binds it to the hook that runs
   */
  public record DatabaseRequested(DatabaseClient client, Delivery delivery)
      implements DeferrableEvent {}

  /**
   * A client's relation is gone for good: time to revoke what was granted. Told on every unit,
   * once, in the broken hook; in the next update-status if the relation went without one.
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
    return new DatabaseRequested(provider.find(kept.event()), kept.delivery());
  }

  private DatabaseReleased released(Emitted<Notice> kept) {
    return new DatabaseReleased(provider.find(kept.event()), kept.delivery());
  }
}
