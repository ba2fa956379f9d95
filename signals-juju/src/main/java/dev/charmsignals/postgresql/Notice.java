package dev.charmsignals.postgresql;

import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.Optional;

/**
 * What is kept of an event of a database while it is deferred: what it is about, and no secrets.
 *
 * @param relation Juju's number of the relation
 * @param application the server's application, as far as known
 * @param unit the server's unit that the hook was about, if it was about one
 */
record Notice(int relation, Optional<String> application, Optional<String> unit)
    implements OwnEvent {

  Notice {
    if (relation < 0) {
      throw new IllegalArgumentException("no number of a relation"); // in edited charm state
    }
  }

  static Notice of(RelationEvent event) {
    Optional<UnitName> unit = event.unit();
    return new Notice(
        event.relation().id().number(),
        event.application(),
        unit.isPresent() ? Optional.of(unit.get().value()) : Optional.empty());
  }

  static Notice of(Relation relation) {
    return new Notice(
        relation.id().number(), Optional.of(relation.application()), Optional.empty());
  }

  Optional<UnitName> unitName() {
    return unit.isPresent() && UnitName.isWellFormed(unit.get())
        ? Optional.of(new UnitName(unit.get()))
        : Optional.empty();
  }
}
