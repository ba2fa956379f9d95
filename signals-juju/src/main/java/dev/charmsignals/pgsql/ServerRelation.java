package dev.charmsignals.pgsql;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseRelation;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresql.RequirementsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The server at the other side of one relation: what its bags offer, as far as it is granted. */
final class ServerRelation implements DatabaseRelation {

  private final HookSession session;
  private final Relation relation;
  private final Requests requests;
  private final List<Offer> offers = new ArrayList<>();
  private @Nullable List<UnitName> units;

  ServerRelation(HookSession session, Relation relation, Requests requests) {
    this.session = session;
    this.relation = relation;
    this.requests = requests;
  }

  @Override
  public Relation relation() {
    return relation;
  }

  @Override
  public Optional<ConnectionString> master() {
    Optional<Request> request = request();
    if (request.isPresent()) {
      for (int i = 0; i < places(); i++) {
        Offer offer = offer(i);
        Optional<ConnectionString> master = offer.master();
        if (master.isPresent() && offer.suits(request.get(), egress())) {
          return master;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public List<ConnectionString> standbys() {
    Optional<Request> request = request();
    if (request.isPresent()) {
      for (int i = 0; i < places(); i++) {
        Offer offer = offer(i);
        List<ConnectionString> standbys = offer.standbys();
        if (!standbys.isEmpty() && offer.suits(request.get(), egress())) {
          return standbys;
        }
      }
    }
    return List.of();
  }

  @Override
  public Optional<String> version() {
    if (!relation.isBroken()) {
      for (int i = 0; i < places(); i++) {
        Optional<String> version = offer(i).version();
        if (version.isPresent()) {
          return version;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Requirements> requirements() {
    Optional<Request> request = requests.of(relation);
    try {
      return request.isPresent() ? Optional.of(request.get().requirements()) : Optional.empty();
    } catch (RequirementsException e) {
      // An older charm, or somebody by hand, asked for it; what was asked for still counts.
      LoggerFactory.getLogger(PostgreSqlClient.class)
          .warn("What {} asks for cannot be told: a {} is no name", relation, e.kind());
      return Optional.of(Requirements.NONE);
    }
  }

  @Override
  public void require(Requirements requirements) {
    requests.ask(relation, requirements);
  }

  /** What is asked for, while there can be an answer. */
  private Optional<Request> request() {
    return relation.isBroken() ? Optional.empty() : requests.of(relation);
  }

  private List<String> egress() {
    String subnets = relation.ownUnitBag().get("egress-subnets");
    return subnets == null ? List.of() : Network.split(subnets);
  }

  /** How many bags may hold an offer: that of the application, then those of its units. */
  private int places() {
    return 1 + units().size();
  }

  private Offer offer(int place) {
    while (offers.size() <= place) {
      offers.add(read(offers.size()));
    }
    return offers.get(place);
  }

  private Offer read(int place) {
    if (place == 0) {
      String application = relation.application();
      return new Offer(
          application, session.tools().readBag(relation.id(), application, Offer.SELECTION));
    }
    UnitName unit = units().get(place - 1);
    return new Offer(unit.value(), session.tools().readBag(relation.id(), unit, Offer.SELECTION));
  }

  private List<UnitName> units() {
    List<UnitName> known = units;
    if (known == null) {
      known = ByNumber.sorted(relation.units());
      units = known;
    }
    return known;
  }

  /** Names the relation. */
  @Override
  public String toString() {
    return "ServerRelation of ".concat(relation.toString());
  }
}
