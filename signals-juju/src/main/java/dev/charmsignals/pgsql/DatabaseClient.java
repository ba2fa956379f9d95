package dev.charmsignals.pgsql;

import dev.charmsignals.model.Databag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * An application that is related to this server: what it asks for, from where it connects, and how
 * it is answered. Obtained from a provider or an event of one; used by the hook's only thread.
 *
 * <p>What a client wrote never makes a method throw. Names that it asks for may still hold anything
 * but control characters: quote them in SQL.
 */
public final class DatabaseClient {

  private final HookSession session;
  private final Relation relation;
  private final ClientBags bags;

  DatabaseClient(HookSession session, Relation relation) {
    this.session = session;
    this.relation = relation;
    this.bags = new ClientBags(session, relation);
  }

  /** Returns the relation; {@link Relation#isBroken} tells whether it is gone by now. */
  public Relation relation() {
    return relation;
  }

  /** Returns the client's application; in another model, a name that Juju made up. */
  public String application() {
    return relation.application();
  }

  /** Returns what the client asks for; {@link Requirements#NONE} if that cannot be read. */
  public Requirements requirements() {
    return bags.requirements().orElse(Requirements.NONE);
  }

  /** Returns the client's units, by number. */
  public List<UnitName> units() {
    return bags.units();
  }

  /** Returns the networks that the client's units connect from, each once, in order. */
  public List<String> subnets() {
    return bags.subnets();
  }

  /**
   * Returns whether the application's bag answers what the client asks for now, for the units and
   * networks that it has now; what cannot be read is not to be answered. Only the leader may ask.
   */
  public boolean isAnswered() {
    if (relation.isBroken() || bags.requirements().isEmpty()) {
      return true;
    }
    Databag bag = relation.ownApplicationBag();
    String grants = bag.get(Offer.ALLOWED_SUBNETS);
    List<String> granted = grants == null ? List.of() : Network.split(grants);
    String names = bag.get(Offer.ALLOWED_UNITS);
    List<String> allowed = names == null ? List.of() : Network.split(names);
    return granted.equals(subnets())
        && allowed.equals(unitNames())
        && (allowed.isEmpty() || bags.request().isMetBy(Request.of(bag)));
  }

  /**
   * Returns what was published for the application last, which nobody else remembers, such as the
   * password that the client has. Only the leader may ask.
   */
  public DatabaseOffer published() {
    return relation.isBroken() ? DatabaseOffer.NONE : Offer.of(relation.ownApplicationBag());
  }

  /**
   * Answers the client in the application's bag: that all it asks for is done, that its units may
   * connect, and how. Called again with every change, such as a new master; the same again writes
   * nothing. Does nothing when the relation is gone, nor when it cannot be read what the client
   * asks for: a client takes what is mirrored for done.
   *
   * @throws NotLeaderException when this unit is not the leader
   */
  public void publish(DatabaseOffer offer) {
    requireLeader();
    if (!isGone() && isLegible()) {
      write(relation.ownApplicationBag(), offer);
    }
  }

  /**
   * Answers the client in this unit's bag, for old clients that read no other; as {@link #publish}
   * otherwise. Every unit may.
   */
  public void publishOnUnit(DatabaseOffer offer) {
    if (!isGone() && isLegible()) {
      write(relation.ownUnitBag(), offer);
    }
  }

  /**
   * Takes back all that was published in the application's bag, grants included.
   *
   * @throws NotLeaderException when this unit is not the leader
   */
  public void withdraw() {
    requireLeader();
    if (!isGone()) {
      Databag bag = relation.ownApplicationBag();
      Request.NONE.writeTo(bag);
      for (String key :
          List.of(
              Offer.MASTER,
              Offer.STANDBYS,
              Offer.VERSION,
              Offer.ALLOWED_SUBNETS,
              Offer.ALLOWED_UNITS)) {
        Request.write(bag, key, "");
      }
    }
  }

  private void write(Databag bag, DatabaseOffer offer) {
    Request request = bags.request();
    request.orElse(new Request(databaseOf(offer), "", "")).writeTo(bag);
    Request.write(bag, Offer.ALLOWED_SUBNETS, String.join(",", subnets()));
    Request.write(bag, Offer.ALLOWED_UNITS, String.join(",", unitNames()));
    Optional<ConnectionString> master = offer.master();
    Request.write(bag, Offer.MASTER, master.isPresent() ? master.get().conninfo() : "");
    StringBuilder standbys = new StringBuilder();
    for (ConnectionString standby : offer.standbys()) {
      standbys.append(standbys.length() == 0 ? "" : "\n").append(standby.conninfo());
    }
    Request.write(bag, Offer.STANDBYS, standbys.toString());
    Request.write(bag, Offer.VERSION, offer.version().orElse(""));
  }

  private List<String> unitNames() {
    List<String> names = new ArrayList<>();
    for (UnitName unit : units()) {
      names.add(unit.value());
    }
    return names;
  }

  /** The database that a client gets that left the choice to the server. */
  private static String databaseOf(DatabaseOffer offer) {
    if (offer.master().isPresent()) {
      return offer.master().get().database().orElse("");
    }
    return offer.standbys().isEmpty() ? "" : offer.standbys().get(0).database().orElse("");
  }

  /** Returns whether it could be read what is asked for; if not, that was logged. */
  private boolean isLegible() {
    return bags.requirements().isPresent();
  }

  private boolean isGone() {
    if (relation.isBroken()) {
      LoggerFactory.getLogger(PostgreSqlProvider.class)
          .info("Relation {} is gone, so nobody is answered", relation);
    }
    return relation.isBroken();
  }

  private void requireLeader() {
    if (!session.isLeader()) {
      throw new NotLeaderException(session.environment().unit(), "answer a database's client");
    }
  }

  /** Names the relation. */
  @Override
  public String toString() {
    return "DatabaseClient of ".concat(relation.toString());
  }
}
