package dev.charmsignals.pgsql;

import dev.charmsignals.hooktools.SelectedBag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresql.RequirementsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the bags of one client say, read when first asked for; anything may be in there. */
final class ClientBags {

  /** Longer names than any server could have, and short enough to be mirrored. */
  private static final int LONGEST_REQUEST = 4 << 10;

  private final HookSession session;
  private final Relation relation;
  private @Nullable List<UnitName> units;
  private @Nullable List<Map<String, String>> unitBags;
  private @Nullable Request request;
  private @Nullable Optional<Requirements> requirements;

  ClientBags(HookSession session, Relation relation) {
    this.session = session;
    this.relation = relation;
  }

  List<UnitName> units() {
    List<UnitName> known = units;
    if (known == null) {
      known = relation.isBroken() ? List.of() : ByNumber.sorted(relation.units());
      units = known;
    }
    return known;
  }

  /** The request as it is written: the application's, or else that of its first unit that asks. */
  Request request() {
    Request known = request;
    if (known == null) {
      known = relation.isBroken() ? Request.NONE : Request.of(applicationBag());
      for (int i = 0; i < unitBags().size() && known.isEmpty(); i++) {
        known = Request.of(unitBags().get(i));
      }
      request = known;
    }
    return known;
  }

  /** What is asked for; empty when that is nothing anybody could ask for. */
  Optional<Requirements> requirements() {
    Optional<Requirements> known = requirements;
    if (known == null) {
      known = read(request());
      requirements = known;
    }
    return known;
  }

  private Optional<Requirements> read(Request written) {
    String wrong = "it is too long";
    if (written.database().length() <= LONGEST_REQUEST
        && written.roles().length() <= LONGEST_REQUEST
        && written.extensions().length() <= LONGEST_REQUEST) {
      try {
        return Optional.of(written.requirements());
      } catch (RequirementsException e) {
        wrong = "a ".concat(e.kind()).concat(" is no name");
      }
    }
    LoggerFactory.getLogger(PostgreSqlProvider.class)
        .warn("What {} asks for on {} is ignored: {}", relation.application(), relation, wrong);
    return Optional.empty();
  }

  /** The networks of all units, each once, in order. */
  List<String> subnets() {
    TreeSet<String> subnets = new TreeSet<>();
    for (Map<String, String> bag : unitBags()) {
      subnets.addAll(subnets(bag));
    }
    return List.copyOf(subnets);
  }

  /** An older Juju writes addresses only, or even host names. */
  private static List<String> subnets(Map<String, String> bag) {
    List<String> egress = new ArrayList<>();
    for (String subnet : Network.split(bag.getOrDefault("egress-subnets", ""))) {
      if (Network.parse(subnet).isPresent()) {
        egress.add(subnet);
      }
    }
    String address = bag.getOrDefault("ingress-address", bag.getOrDefault("private-address", ""));
    Optional<Network> alone = Network.parse(address);
    if (egress.isEmpty() && alone.isPresent()) {
      egress.add(address.indexOf('/') < 0 ? address + "/" + alone.get().bits() : address);
    }
    return egress;
  }

  private Map<String, String> applicationBag() {
    String application = relation.application();
    SelectedBag bag = session.tools().readBag(relation.id(), application, Offer.SELECTION);
    return bag.values();
  }

  private List<Map<String, String>> unitBags() {
    List<Map<String, String>> known = unitBags;
    if (known == null) {
      known = new ArrayList<>();
      for (UnitName unit : units()) {
        known.add(session.tools().readBag(relation.id(), unit, Offer.SELECTION).values());
      }
      unitBags = known;
    }
    return known;
  }
}
