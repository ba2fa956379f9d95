package dev.charmsignals.postgresql;

import dev.charmsignals.event.Delivery;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.name.UnitName;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The events of one endpoint whose relations lead to PostgreSQL servers, in the order in which they
 * are emitted; {@code on()} of a client. Those that nobody observes cost nothing.
 */
public final class DatabaseEvents extends ObjectEvents {

  private final HookSession session;
  private final String endpoint;
  private final DatabaseRelations relations;
  private final Map<Happening, OwnEventSource<Notice>> kept = new EnumMap<>(Happening.class);

  /**
   * Creates the events of a client, which binds them under its endpoint's name.
   *
   * @param relations how the client shows a relation of its endpoint
   */
  public DatabaseEvents(HookSession session, String endpoint, DatabaseRelations relations) {
    this.session = session;
    this.endpoint = endpoint;
    this.relations = relations;
  }

  /** The first unit of a server joined: the time to ask it for something. */
  public LiveEventSource<?, DatabaseEvent.DatabaseJoined> databaseRelationJoined() {
    return source(Happening.JOINED, DatabaseEvent.DatabaseJoined.class);
  }

  /** The same as {@link #databaseRelationJoined}, for short. */
  public LiveEventSource<?, DatabaseEvent.DatabaseJoined> databaseJoined() {
    return databaseRelationJoined();
  }

  /** There is a master, where there was none. */
  public LiveEventSource<?, DatabaseEvent.MasterAvailable> masterAvailable() {
    return source(Happening.MASTER_AVAILABLE, DatabaseEvent.MasterAvailable.class);
  }

  /** The master came, changed or went. */
  public LiveEventSource<?, DatabaseEvent.MasterChanged> masterChanged() {
    return source(Happening.MASTER_CHANGED, DatabaseEvent.MasterChanged.class);
  }

  /** The master went, and there is no other. */
  public LiveEventSource<?, DatabaseEvent.MasterGone> masterGone() {
    return source(Happening.MASTER_GONE, DatabaseEvent.MasterGone.class);
  }

  /** There are standbys, where there were none. */
  public LiveEventSource<?, DatabaseEvent.StandbyAvailable> standbyAvailable() {
    return source(Happening.STANDBY_AVAILABLE, DatabaseEvent.StandbyAvailable.class);
  }

  /** The standbys came, changed or went. */
  public LiveEventSource<?, DatabaseEvent.StandbyChanged> standbyChanged() {
    return source(Happening.STANDBY_CHANGED, DatabaseEvent.StandbyChanged.class);
  }

  /** The last standby went. */
  public LiveEventSource<?, DatabaseEvent.StandbyGone> standbyGone() {
    return source(Happening.STANDBY_GONE, DatabaseEvent.StandbyGone.class);
  }

  /** There is a master or a standby, where there was no such one. */
  public LiveEventSource<?, DatabaseEvent.DatabaseAvailable> databaseAvailable() {
    return source(Happening.AVAILABLE, DatabaseEvent.DatabaseAvailable.class);
  }

  /** The master or the standbys came, changed or went. */
  public LiveEventSource<?, DatabaseEvent.DatabaseChanged> databaseChanged() {
    return source(Happening.CHANGED, DatabaseEvent.DatabaseChanged.class);
  }

  /** The last of master and standbys went. */
  public LiveEventSource<?, DatabaseEvent.DatabaseGone> databaseGone() {
    return source(Happening.GONE, DatabaseEvent.DatabaseGone.class);
  }

  /** The relation is gone for good; the last event of it. */
  public LiveEventSource<?, DatabaseEvent.DatabaseBroken> databaseRelationBroken() {
    return source(Happening.BROKEN, DatabaseEvent.DatabaseBroken.class);
  }

  void emit(Happening happening, Notice notice) {
    OwnEventSource<Notice> observed = kept.get(happening);
    if (observed != null) {
      observed.emit(notice);
    }
  }

  private <E extends DatabaseEvent> LiveEventSource<Notice, E> source(
      Happening happening, Class<E> type) {
    OwnEventSource<Notice> source = kept.get(happening);
    if (source == null) {
      source = source(happening.eventName(), Notice.class);
      kept.put(happening, source);
    }
    return live(source, new Shown<>(happening, type));
  }

  /** Makes events of one kind out of what is kept of them. */
  private final class Shown<E extends DatabaseEvent> implements Function<Emitted<Notice>, E> {

    private final Happening happening;
    private final Class<E> type;

    Shown(Happening happening, Class<E> type) {
      this.happening = happening;
      this.type = type;
    }

    @Override
    public E apply(Emitted<Notice> emitted) {
      Notice notice = emitted.event();
      DatabaseRelation server = relations.of(notice.find(session, endpoint));
      return type.cast(event(server, notice.unitName(), emitted.delivery()));
    }

    private DatabaseEvent event(
        DatabaseRelation server, Optional<UnitName> unit, Delivery delivery) {
      return switch (happening) {
        case JOINED -> new DatabaseEvent.DatabaseJoined(server, unit, delivery);
        case MASTER_AVAILABLE -> new DatabaseEvent.MasterAvailable(server, unit, delivery);
        case MASTER_CHANGED -> new DatabaseEvent.MasterChanged(server, unit, delivery);
        case MASTER_GONE -> new DatabaseEvent.MasterGone(server, unit, delivery);
        case STANDBY_AVAILABLE -> new DatabaseEvent.StandbyAvailable(server, unit, delivery);
        case STANDBY_CHANGED -> new DatabaseEvent.StandbyChanged(server, unit, delivery);
        case STANDBY_GONE -> new DatabaseEvent.StandbyGone(server, unit, delivery);
        case AVAILABLE -> new DatabaseEvent.DatabaseAvailable(server, unit, delivery);
        case CHANGED -> new DatabaseEvent.DatabaseChanged(server, unit, delivery);
        case GONE -> new DatabaseEvent.DatabaseGone(server, unit, delivery);
        case BROKEN -> new DatabaseEvent.DatabaseBroken(server, unit, delivery);
      };
    }
  }
}
