package dev.charmsignals.examples.pooled;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;

// region pool
final class PrioritisedPool extends StatusPool {
  final PoolMember relation1 = member("relation_1", 12);
  final PoolMember relation2 = member("relation_2", 10);
  final PoolMember relation3 = member("relation_3", 62);
  final PoolMember workload = member("workload", 40);
  final PoolMember relation4 = member("relation_4", 1);

  PrioritisedPool(CharmContext context) {
    super(context);
    skipUnknown();
  }
}
// endregion
