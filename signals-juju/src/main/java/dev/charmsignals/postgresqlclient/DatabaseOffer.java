package dev.charmsignals.postgresqlclient;

import dev.charmsignals.postgresql.Server;
import java.util.List;
import java.util.Optional;

/**
 * What a provider answers to a request, as in {@code DatabaseOffer.of("orders", "relation-7",
 * password).withEndpoints(servers)}. Prints no password.
 *
 * @param database the database that was made, or the prefix that was asked for
 * @param username the user; empty if only an entity was asked for
 * @param password the user's password; empty with the user
 * @param entity the role of its own; empty if none was asked for
 * @param entityPassword its password; empty for a group
 * @param endpoints the servers that take writes; empty while there is none
 * @param readOnlyEndpoints the servers that take reads only
 * @param version the version of PostgreSQL
 * @param authority the certificates that sign the servers', in PEM; empty if they take no TLS
 * @param prefixDatabases the databases that begin with the prefix that was asked for
 */
public record DatabaseOffer(
    String database,
    String username,
    String password,
    String entity,
    String entityPassword,
    List<Server> endpoints,
    List<Server> readOnlyEndpoints,
    Optional<String> version,
    Optional<String> authority,
    List<String> prefixDatabases) {

  /** Copies the lists. */
  public DatabaseOffer {
    endpoints = List.copyOf(endpoints);
    readOnlyEndpoints = List.copyOf(readOnlyEndpoints);
    prefixDatabases = List.copyOf(prefixDatabases);
  }

  /** Answers with a database and a user. */
  public static DatabaseOffer of(String database, String username, String password) {
    return new DatabaseOffer(
        database,
        username,
        password,
        "",
        "",
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Returns the same with a role of its own, and its password if it logs in. */
  public DatabaseOffer withEntity(String name, String secret) {
    return new DatabaseOffer(
        database,
        username,
        password,
        name,
        secret,
        endpoints,
        readOnlyEndpoints,
        version,
        authority,
        prefixDatabases);
  }

  /** Returns the same with servers that take writes, and servers that take reads only. */
  public DatabaseOffer withEndpoints(List<Server> writers, List<Server> readers) {
    return new DatabaseOffer(
        database,
        username,
        password,
        entity,
        entityPassword,
        writers,
        readers,
        version,
        authority,
        prefixDatabases);
  }

  /** Returns the same with the version of PostgreSQL. */
  public DatabaseOffer withVersion(String number) {
    return new DatabaseOffer(
        database,
        username,
        password,
        entity,
        entityPassword,
        endpoints,
        readOnlyEndpoints,
        Optional.of(number),
        authority,
        prefixDatabases);
  }

  /** Returns the same for servers with TLS, whose certificates these have signed. */
  public DatabaseOffer withTls(String certificates) {
    return new DatabaseOffer(
        database,
        username,
        password,
        entity,
        entityPassword,
        endpoints,
        readOnlyEndpoints,
        version,
        Optional.of(certificates),
        prefixDatabases);
  }

  /** Returns the same with the databases that begin with the prefix that was asked for. */
  public DatabaseOffer withPrefixDatabases(List<String> names) {
    return new DatabaseOffer(
        database,
        username,
        password,
        entity,
        entityPassword,
        endpoints,
        readOnlyEndpoints,
        version,
        authority,
        names);
  }

  /** Returns the database and the user, and no password. */
  @Override
  public String toString() {
    return "DatabaseOffer[%s, %s%s, %s, %s]"
        .formatted(database, username, entity, endpoints, readOnlyEndpoints);
  }
}
