package dev.charmsignals.postgresqlclient;

import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseRelation;
import dev.charmsignals.postgresql.Requirements;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A relation to a provider of {@code postgresql_client}, as this hook sees it: how far it is, and
 * how to connect. Obtained from {@link PostgreSqlClient} or an event; everything is read when first
 * asked for, and then remembered for the hook.
 *
 * <p>A master that is missing while no event told that it is gone is missing for the moment: keep
 * what is connected. Prints no secrets.
 */
public final class Database implements DatabaseRelation {

  private final Relation relation;
  private final Requests requests;
  private final FactsReader reader;
  private final ClientSettings settings;
  private final Memory memory;
  private @Nullable Facts facts;

  Database(
      Relation relation,
      Requests requests,
      FactsReader reader,
      ClientSettings settings,
      Memory memory) {
    this.relation = relation;
    this.requests = requests;
    this.reader = reader;
    this.settings = settings;
    this.memory = memory;
  }

  @Override
  public Relation relation() {
    return relation;
  }

  /** Returns how far it is. */
  public Readiness readiness() {
    return facts().readiness();
  }

  /** Returns that as a status, with what the provider says is wrong if it says so. */
  public Status status() {
    return Readings.status(relation, facts());
  }

  /** Returns how to reach the server that takes writes; empty while there is none for this unit. */
  @Override
  public Optional<ConnectionString> master() {
    return connections().master(first());
  }

  /** The same for another one of {@link #names}. */
  public Optional<ConnectionString> master(String database) {
    return names().contains(database) ? connections().master(database) : Optional.empty();
  }

  /** Returns how to reach each of the servers that take reads only. */
  @Override
  public List<ConnectionString> standbys() {
    return connections().standbys(first());
  }

  /**
   * Returns how to reach whichever of the servers that take reads only, or else the one that takes
   * writes; for clients that can choose among several hosts.
   */
  public Optional<ConnectionString> readOnly() {
    return connections().readOnly(first());
  }

  /** The same for another one of {@link #names}. */
  public Optional<ConnectionString> readOnly(String database) {
    return names().contains(database) ? connections().readOnly(database) : Optional.empty();
  }

  @Override
  public Optional<String> version() {
    return facts().answer().version();
  }

  /**
   * Returns the databases to connect to, in order: one, or all that begin with the prefix that was
   * asked for. {@link #master()} takes the first.
   */
  public List<String> names() {
    return facts().databases();
  }

  /** Returns the name of the role of its own that was asked for, once there is one. */
  public Optional<String> entity() {
    String name = facts().entity();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** Returns whether the provider takes TLS, as far as it says. */
  public boolean offersTls() {
    return facts().tls();
  }

  /**
   * Returns the certificates that sign the provider's, in PEM; they are in the file that the
   * connection strings name, too.
   */
  public Optional<String> certificateAuthority() {
    String authority = facts().authority();
    return authority.isEmpty() ? Optional.empty() : Optional.of(authority);
  }

  /** Returns what the provider says of itself, by code. */
  public List<ProviderStatus> providerStatuses() {
    return facts().answer().statuses();
  }

  /**
   * Returns the alias of this relation: of those that the client was given, the first is the oldest
   * relation's, and so on. So when a relation ends, the later ones move up.
   */
  public Optional<String> alias() {
    return settings.alias(relation);
  }

  /**
   * Returns what this application asks for by now and will not get before somebody removes the
   * relation and integrates again, in words; known to the leader.
   */
  public Optional<String> unapplied() {
    return requests.unapplied(relation);
  }

  @Override
  public Optional<Requirements> requirements() {
    return requests.requirements(relation);
  }

  /** Asks for this, in the way that every provider understands; as the other {@code require}. */
  @Override
  public void require(Requirements requirements) {
    require(DatabaseRequest.of(requirements));
  }

  /**
   * Asks for this. Providers act on the first request of a relation: for another database or other
   * roles than were asked for, the relation has to be made anew, as {@link #unapplied} then says.
   *
   * @throws dev.charmsignals.model.NotLeaderException when this unit is not the leader
   */
  public void require(DatabaseRequest request) {
    requests.require(relation, request);
    facts = null;
  }

  /** Returns the relation and how far it is. */
  @Override
  public String toString() {
    return "Database[" + relation + ", " + readiness() + "]";
  }

  Facts facts() {
    Facts known = facts;
    if (known == null) {
      known = relation.isBroken() ? FactsReader.ofEnded() : reader.read(relation);
      facts = known;
    }
    return known;
  }

  private String first() {
    List<String> names = facts().databases();
    return names.isEmpty() ? "" : names.get(0);
  }

  private Connections connections() {
    return new Connections(
        facts(),
        memory.of(relation).announced(),
        settings.tls(),
        settings.authorityFile(relation).path().toString());
  }
}
