package dev.charmsignals.postgresqlclient;

import dev.charmsignals.postgresql.Server;
import java.util.List;
import java.util.Optional;

/**
 * What a provider answers to a request, as in {@code DatabaseOffer.of("orders", "relation-7",
 * password).withEndpoints(writers, readers)}. Prints no password.
 *
 * @param database the database that was made, or the prefix that was asked for
 * @param user who logs in; empty texts if only an entity was asked for
 * @param entity the role of its own; empty texts if none was asked for, no password for a group
 * @param writers the servers that take writes; empty while there is none
 * @param readers the servers that take reads only
 * @param version the version of PostgreSQL
 * @param authority the certificates that sign the servers', in PEM; empty if they take no TLS
 * @param prefixDatabases the databases that begin with the prefix that was asked for
 */
public record DatabaseOffer(
    String database,
    Credentials user,
    Credentials entity,
    List<Server> writers,
    List<Server> readers,
    Optional<String> version,
    Optional<String> authority,
    List<String> prefixDatabases) {

  private static final Credentials NOBODY = new Credentials("", "");

  /** Copies the lists. */
  public DatabaseOffer {
    writers = List.copyOf(writers);
    readers = List.copyOf(readers);
    prefixDatabases = List.copyOf(prefixDatabases);
  }

  /** Answers with a database and a user. */
  public static DatabaseOffer of(String database, String username, String password) {
    Credentials user = new Credentials(username, password);
    Optional<String> unknown = Optional.empty();
    return new DatabaseOffer(
        database, user, NOBODY, List.of(), List.of(), unknown, unknown, List.of());
  }

  /** Returns the same with a role of its own, and its password if it logs in. */
  public DatabaseOffer withEntity(String name, String secret) {
    Credentials role = new Credentials(name, secret);
    return new DatabaseOffer(
        database, user, role, writers, readers, version, authority, prefixDatabases);
  }

  /** Returns the same with servers that take writes, and servers that take reads only. */
  public DatabaseOffer withEndpoints(List<Server> writing, List<Server> reading) {
    return new DatabaseOffer(
        database, user, entity, writing, reading, version, authority, prefixDatabases);
  }

  /** Returns the same with the version of PostgreSQL. */
  public DatabaseOffer withVersion(String number) {
    Optional<String> known = Optional.of(number);
    return new DatabaseOffer(
        database, user, entity, writers, readers, known, authority, prefixDatabases);
  }

  /** Returns the same for servers with TLS, whose certificates these have signed. */
  public DatabaseOffer withTls(String certificates) {
    Optional<String> signers = Optional.of(certificates);
    return new DatabaseOffer(
        database, user, entity, writers, readers, version, signers, prefixDatabases);
  }

  /** Returns the same with the databases that begin with the prefix that was asked for. */
  public DatabaseOffer withPrefixDatabases(List<String> names) {
    return new DatabaseOffer(database, user, entity, writers, readers, version, authority, names);
  }
}
