package dev.charmsignals.pgsql;

import dev.charmsignals.postgresql.ConnectionString;
import java.util.List;
import java.util.Optional;

/**
 * What a server offers one client, such as {@code DatabaseOffer.of(master).withVersion("16.9")}.
 *
 * @param master how the client reaches the server that takes writes; empty while there is none
 * @param standbys how it reaches those that take reads only
 * @param version which PostgreSQL it is
 */
public record DatabaseOffer(
    Optional<ConnectionString> master, List<ConnectionString> standbys, Optional<String> version) {

  /** Nothing yet, for a client that is to know that all else is done. */
  public static final DatabaseOffer NONE =
      new DatabaseOffer(Optional.empty(), List.of(), Optional.empty());

  /** Copies the list. */
  public DatabaseOffer {
    standbys = List.copyOf(standbys);
  }

  /** Offers a master. */
  public static DatabaseOffer of(ConnectionString master) {
    return new DatabaseOffer(Optional.of(master), List.of(), Optional.empty());
  }

  /** Returns the same with these standbys and no others. */
  public DatabaseOffer withStandbys(List<ConnectionString> servers) {
    return new DatabaseOffer(master, servers, version);
  }

  /** Returns the same with the version of PostgreSQL, such as {@code 16.9}. */
  public DatabaseOffer withVersion(String number) {
    return new DatabaseOffer(master, standbys, Optional.of(number));
  }
}
