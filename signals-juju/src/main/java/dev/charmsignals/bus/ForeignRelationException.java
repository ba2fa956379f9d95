package dev.charmsignals.bus;

import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.model.Relation;
import java.util.List;

/** A signal was to go to a relation that its endpoint does not have. */
public final class ForeignRelationException extends CharmSignalsException {

  private final int relation;
  private final String endpoint;

  ForeignRelationException(int relation, String endpoint, List<Relation> relations) {
    super(
        "Relation %d is not one of endpoint \"%s\", whose relations are %s; take one of relations(\"%s\")"
            .formatted(relation, endpoint, relations, endpoint));
    this.relation = relation;
    this.endpoint = endpoint;
  }

  /** Returns the number of the relation that was named. */
  public int relation() {
    return relation;
  }

  /** Returns the endpoint that the signals are bound to. */
  public String endpoint() {
    return endpoint;
  }
}
