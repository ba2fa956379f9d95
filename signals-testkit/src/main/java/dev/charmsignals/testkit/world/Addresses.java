package dev.charmsignals.testkit.world;

import java.util.SortedMap;
import java.util.TreeMap;

/** The keys Juju itself writes into a unit's databag (contract section 3). */
final class Addresses {

  private Addresses() {}

  static SortedMap<String, String> of(Unit unit, JujuFlavour flavour) {
    SortedMap<String, String> keys = new TreeMap<>();
    keys.put("ingress-address", unit.address());
    keys.put("egress-subnets", unit.address() + "/32");
    if (flavour != JujuFlavour.JUJU_4) {
      keys.put("private-address", unit.address());
    }
    return keys;
  }
}
