package dev.charmsignals.testkit.world;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the controller tells one unit about one relation: who is there, in which version.
 *
 * @param units the databag versions of remote units in scope, by the name this unit knows
 * @param applications the version of the remote application's databag; among peers the own one's
 * @param broken whether this unit must leave, in which case both maps are empty
 */
record RelationSnapshot(
    SortedMap<String, Long> units, SortedMap<String, Long> applications, boolean broken) {

  static RelationSnapshot of(Relation relation, Unit unit, JujuFlavour flavour) {
    SortedMap<String, Long> units = new TreeMap<>();
    SortedMap<String, Long> applications = new TreeMap<>();
    boolean broken = unit.life() != Life.ALIVE || !relation.open();
    if (!broken) {
      String own = unit.application().name();
      String remote = relation.counterpart(own);
      for (String member : relation.scope()) {
        if (Relation.applicationOf(member).equals(remote) && !member.equals(unit.name())) {
          relation
              .unitBag(member)
              .ifPresent(bag -> units.put(relation.seenBy(own, member), bag.version(flavour)));
        }
      }
      relation
          .applicationBag(remote)
          .ifPresent(bag -> applications.put(relation.seenBy(own, remote), bag.version(flavour)));
    }
    return new RelationSnapshot(units, applications, broken);
  }
}
