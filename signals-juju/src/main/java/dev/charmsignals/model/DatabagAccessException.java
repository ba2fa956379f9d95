package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.Optional;

/**
 * The charm reads or writes a databag that Juju keeps from it (contract §2.20).
 *
 * <p>Thrown before Juju is asked, whose own message would not say why.
 */
public final class DatabagAccessException extends CharmSignalsException {

  private final UnitName unit;
  private final RelationId relation;
  private final String bag;
  private final Optional<Boolean> leader;
  private final String wayOut;

  DatabagAccessException(
      UnitName unit,
      RelationId relation,
      String bag,
      Optional<Boolean> leader,
      String reason,
      String wayOut) {
    super("%s may not touch the %s in %s: %s. %s".formatted(unit, bag, relation, reason, wayOut));
    this.unit = unit;
    this.relation = relation;
    this.bag = bag;
    this.leader = leader;
    this.wayOut = wayOut;
  }

  /** Returns this unit. */
  public UnitName unit() {
    return unit;
  }

  /** Returns the relation whose bag it is. */
  public RelationId relation() {
    return relation;
  }

  /** Returns which bag it is, such as {@code application bag of mysql}. */
  public String bag() {
    return bag;
  }

  /** Returns whether this unit is the leader; empty where that makes no difference. */
  public Optional<Boolean> leader() {
    return leader;
  }

  /** Returns what the charm can do instead. */
  public String wayOut() {
    return wayOut;
  }
}
