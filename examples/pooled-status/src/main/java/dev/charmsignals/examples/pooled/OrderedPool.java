package dev.charmsignals.examples.pooled;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;

// region pool
final class OrderedPool extends StatusPool {
  final PoolMember relation1 = member("relation_1"); // priority 1
  final PoolMember relation2 = member("relation_2"); // priority 2
  final PoolMember relation3 = member("relation_3"); // priority 3
  final PoolMember workload = member("workload"); // priority 4
  final PoolMember relation4 = member("relation_4"); // priority 5

  OrderedPool(CharmContext context) {
    super(context);
  }
}
// endregion
