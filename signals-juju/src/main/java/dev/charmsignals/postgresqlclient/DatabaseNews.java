package dev.charmsignals.postgresqlclient;

import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Delivery;

/**
 * Something that only this interface tells of a relation, beside the {@link
 * dev.charmsignals.postgresql.DatabaseEvent}s. As there, the database is shown as it is when the
 * event is told, also after it was deferred.
 */
public sealed interface DatabaseNews extends DeferrableEvent {

  /** Returns the relation, as it is now. */
  Database database();

  /**
   * The user, the password or what TLS takes is another than before. Told once however much of it
   * changed, after the events that tell of other connection strings. The file with the certificates
   * says already what it will.
   *
   * @param database the relation, as it is now
   * @param delivery what binds it to the hook that runs
   */
  record CredentialsChanged(Database database, Delivery delivery) implements DatabaseNews {}

  /**
   * The role of its own that was asked for is there, or another one.
   *
   * @param database the relation, as it is now
   * @param delivery what binds it to the hook that runs
   */
  record EntityCreated(Database database, Delivery delivery) implements DatabaseNews {}

  /**
   * The databases with the prefix that was asked for are other ones than before.
   *
   * @param database the relation, as it is now
   * @param delivery what binds it to the hook that runs
   */
  record PrefixDatabasesChanged(Database database, Delivery delivery) implements DatabaseNews {}

  /**
   * The relation has another alias, or none any more, because an earlier one has ended.
   *
   * @param database the relation, as it is now
   * @param delivery what binds it to the hook that runs
   */
  record AliasChanged(Database database, Delivery delivery) implements DatabaseNews {}

  /**
   * The provider says something of itself that it did not say before.
   *
   * @param database the relation, as it is now
   * @param status what it says
   * @param delivery what binds it to the hook that runs
   */
  record StatusRaised(Database database, ProviderStatus status, Delivery delivery)
      implements DatabaseNews {}

  /**
   * The provider no longer says something of itself.
   *
   * @param database the relation, as it is now
   * @param code what it was about
   * @param delivery what binds it to the hook that runs
   */
  record StatusResolved(Database database, int code, Delivery delivery) implements DatabaseNews {}
}
