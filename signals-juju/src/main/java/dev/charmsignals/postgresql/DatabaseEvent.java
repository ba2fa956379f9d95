package dev.charmsignals.postgresql;

import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Delivery;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a relation to a PostgreSQL server.
 *
 * <p>Every event shows how things are when it is asked, not when it was emitted: one that was
 * deferred shows the master of the hook that it comes again in. Most charms observe {@link
 * MasterChanged} and {@link StandbyChanged} and take what {@link #master} and {@link #standbys}
 * say, or the lack of it.
 */
public sealed interface DatabaseEvent extends DeferrableEvent {

  /** Returns the relation to the server, as it is now, with all that the methods here tell. */
  DatabaseRelation server();

  /** Returns the unit of the server that the hook was about; empty when it was about none. */
  Optional<UnitName> unit();

  /** Returns the relation; {@link Relation#isBroken} tells whether it is gone by now. */
  default Relation relation() {
    return server().relation();
  }

  /** Returns the server's application. */
  default String application() {
    return server().relation().application();
  }

  /** Returns how to reach the server that takes writes; empty when there is none. */
  default Optional<ConnectionString> master() {
    return server().master();
  }

  /** Returns how to reach those that take reads only; empty when there are none. */
  default List<ConnectionString> standbys() {
    return server().standbys();
  }

  /** Returns which PostgreSQL it is, such as {@code 16.9}; empty while the server does not say. */
  default Optional<String> version() {
    return server().version();
  }

  /**
   * Returns what this application asks for; empty while this unit cannot know it, because the
   * leader has not told it yet.
   */
  default Optional<Requirements> requirements() {
    return server().requirements();
  }

  /** Returns the database that this application asks for by name, as far as this unit knows. */
  default Optional<String> database() {
    String name = requirements().orElse(Requirements.NONE).database();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** Returns the roles that this application asks for, in order, as far as this unit knows. */
  default List<String> roles() {
    return requirements().orElse(Requirements.NONE).roles();
  }

  /** Returns the extensions that this application asks for, in order, as far as known. */
  default List<String> extensions() {
    return requirements().orElse(Requirements.NONE).extensions();
  }

  /**
   * Asks for this, instead of what was asked for before.
   *
   * @throws dev.charmsignals.model.NotLeaderException when this unit is not the leader
   */
  default void require(Requirements requirements) {
    server().require(requirements);
  }

  /** Asks for a database of this name, too; an empty one lets the server choose. */
  default void setDatabase(String name) {
    require(requirements().orElse(Requirements.NONE).withDatabase(name));
  }

  /** Asks for these roles, too, instead of those that were asked for before. */
  default void setRoles(String... names) {
    require(requirements().orElse(Requirements.NONE).withRoles(names));
  }

  /** Asks for these extensions, too, instead of those that were asked for before. */
  default void setExtensions(String... names) {
    require(requirements().orElse(Requirements.NONE).withExtensions(names));
  }

  /**
   * The first unit of a server joined: the time to ask it for something.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record DatabaseJoined(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * There is a master or a standby, where there was no such one.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record DatabaseAvailable(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * The master or the standbys came, changed or went.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record DatabaseChanged(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * The last of master and standbys went.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record DatabaseGone(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * The relation is gone for good; the last event of it.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record DatabaseBroken(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * There is a master, where there was none.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record MasterAvailable(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * The master came, changed or went.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record MasterChanged(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * The master went, and there is no other.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record MasterGone(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * There are standbys, where there were none.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record StandbyAvailable(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * The standbys came, changed or went.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record StandbyChanged(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}

  /**
   * The last standby went.
   *
   * @param server the relation to the server
   * @param unit the server's unit that the hook was about
   * @param delivery what binds it to the hook that runs
   */
  record StandbyGone(DatabaseRelation server, Optional<UnitName> unit, Delivery delivery)
      implements DatabaseEvent {}
}
