package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * How many relations a component wants.
 *
 * @param minimum the fewest
 * @param maximum the most
 */
record RelatedCount(int minimum, int maximum) {

  RelatedCount {
    requireNonNegative("minimum", minimum);
    requireNonNegative("maximum", maximum);
    if (minimum > maximum) {
      throw new IllegalArgumentException(
          "minimum %d is greater than maximum %d".formatted(minimum, maximum));
    }
  }

  private static void requireNonNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException("%s must be non-negative, got %d.".formatted(name, value));
    }
  }

  /** The relations of an endpoint, without one that this hook ends. */
  static List<Relation> living(CharmContext context, String endpoint) {
    List<Relation> living = new ArrayList<>();
    for (Relation relation : context.session().relations(endpoint)) {
      if (!relation.isBroken()) {
        living.add(relation);
      }
    }
    return living;
  }
}
