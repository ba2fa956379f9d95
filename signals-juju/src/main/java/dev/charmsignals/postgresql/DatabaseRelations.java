package dev.charmsignals.postgresql;

import dev.charmsignals.model.Relation;

/** How a client shows the relations of its endpoint; each client has one. */
public interface DatabaseRelations {

  /** Shows a relation; always the same object for one relation in one hook. Asks nothing. */
  DatabaseRelation of(Relation relation);
}
