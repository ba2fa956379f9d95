package dev.charmsignals.examples.pooled;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;

/** A status for the workload, and later one for each related unit. */
final class RelatedPool extends StatusPool {
  final PoolMember workload = member("workload");

  RelatedPool(CharmContext context) {
    super(context);
  }
}
