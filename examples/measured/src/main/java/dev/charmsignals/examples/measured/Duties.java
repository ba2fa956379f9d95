package dev.charmsignals.examples.measured;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;

/** A status for each of the steward's duties. */
final class Duties extends StatusPool {

  final PoolMember greeting = member("greeting");
  final PoolMember check = member("check");

  Duties(CharmContext context) {
    super(context);
  }
}
