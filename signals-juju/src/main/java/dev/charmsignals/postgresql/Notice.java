package dev.charmsignals.postgresql;

import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.Optional;

/**
 * What the clients and providers keep of an event of a relation while it is deferred: what it is
 * about, and no secrets.
 *
 * @param relation Juju's number of the relation
 * @param application the application on the other side, as far as known
 * @param unit the unit there that the hook was about, if it was about one
 */
public record Notice(int relation, Optional<String> application, Optional<String> unit)
    implements OwnEvent {

  /** Checks the number. */
  public Notice {
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

  /** Says that an event is about a relation, and no unit. */
  public static Notice of(Relation relation) {
    return new Notice(
        relation.id().number(), Optional.of(relation.application()), Optional.empty());
  }

  /** Returns the relation of this endpoint that the event is about, be it gone by now. */
  public Relation find(HookSession session, String endpoint) {
    return session.findRelation(endpoint, relation, application.orElse(""));
  }

  Optional<UnitName> unitName() {
    return unit.isPresent() && UnitName.isWellFormed(unit.get())
        ? Optional.of(new UnitName(unit.get()))
        : Optional.empty();
  }
}
