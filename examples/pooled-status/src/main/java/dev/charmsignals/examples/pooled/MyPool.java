package dev.charmsignals.examples.pooled;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;

// region pool
/** Defines my charm's status pool. */
final class MyPool extends StatusPool {
  final PoolMember workload = member("workload"); // tracks the workload
  final PoolMember relation1 = member("relation_1"); // tracks my integration no. 1
  final PoolMember relation2 = member("relation_2"); // tracks my integration no. 2

  MyPool(CharmContext context) {
    super(context);
  }
}
// endregion
