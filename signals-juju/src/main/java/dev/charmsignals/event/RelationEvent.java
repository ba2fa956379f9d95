package dev.charmsignals.event;

import dev.charmsignals.hook.RelationHook;
import dev.charmsignals.hook.RelationStep;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.Optional;

/**
 * Something that happened to a relation (contract §5.3).
 *
 * <p>Events are hints: several changes of a bag can arrive as one event, and an event can come
 * without news. Only the bags tell the truth.
 */
public sealed interface RelationEvent extends HookEvent, DeferrableEvent {

  /** Returns the relation it happened to. */
  Relation relation();

  /** Returns the remote application; empty when Juju does not say, as it may for a broken one. */
  Optional<String> application();

  /** Returns the remote unit it is about; empty when it is about none in particular. */
  Optional<UnitName> unit();

  /**
   * The relation exists; nobody has joined it. Comes before all its other events.
   *
   * @param relation the relation
   * @param application the remote application
   * @param unit the remote unit
   * @param delivery what binds it to the hook that runs
   */
  record Created(
      Relation relation, Optional<String> application, Optional<UnitName> unit, Delivery delivery)
      implements RelationEvent {

    @Override
    public RelationHook hook() {
      return new RelationHook(relation.endpoint(), RelationStep.CREATED);
    }
  }

  /**
   * A remote unit joined; its changed event follows.
   *
   * @param relation the relation
   * @param application the remote application
   * @param unit the remote unit
   * @param delivery what binds it to the hook that runs
   */
  record Joined(
      Relation relation, Optional<String> application, Optional<UnitName> unit, Delivery delivery)
      implements RelationEvent {

    @Override
    public RelationHook hook() {
      return new RelationHook(relation.endpoint(), RelationStep.JOINED);
    }
  }

  /**
   * A bag of the remote side changed: a unit's, or the application's when no unit is named.
   *
   * @param relation the relation
   * @param application the remote application
   * @param unit the remote unit
   * @param delivery what binds it to the hook that runs
   */
  record Changed(
      Relation relation, Optional<String> application, Optional<UnitName> unit, Delivery delivery)
      implements RelationEvent {

    @Override
    public RelationHook hook() {
      return new RelationHook(relation.endpoint(), RelationStep.CHANGED);
    }
  }

  /**
   * A remote unit is leaving the relation, or this unit is.
   *
   * @param relation the relation
   * @param application the remote application
   * @param unit the remote unit
   * @param departingUnit the unit that is removed; may be this one
   * @param delivery what binds it to the hook that runs
   */
  record Departed(
      Relation relation,
      Optional<String> application,
      Optional<UnitName> unit,
      Optional<UnitName> departingUnit,
      Delivery delivery)
      implements RelationEvent {

    @Override
    public RelationHook hook() {
      return new RelationHook(relation.endpoint(), RelationStep.DEPARTED);
    }
  }

  /**
   * The relation is gone; nothing can be written to it any more.
   *
   * @param relation the relation
   * @param application the remote application
   * @param unit the remote unit
   * @param delivery what binds it to the hook that runs
   */
  record Broken(
      Relation relation, Optional<String> application, Optional<UnitName> unit, Delivery delivery)
      implements RelationEvent {

    @Override
    public RelationHook hook() {
      return new RelationHook(relation.endpoint(), RelationStep.BROKEN);
    }
  }
}
