package dev.charmsignals.testkit.state;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A relation of the unit, with every databag of it.
 *
 * <p>The addresses that Juju itself writes into unit bags are there whether they are given or not,
 * and are shown only if they are given.
 *
 * @param endpoint the unit's own endpoint
 * @param id Juju's number; -1 to be given the next free one in a {@link WorldState}
 * @param remoteApplication the application on the other side; empty among peers
 * @param localUnitBag what this unit has written
 * @param localApplicationBag what its leader has written
 * @param remoteUnitBags what every other unit that has joined has written; among peers the siblings
 * @param remoteApplicationBag what the other side's leader has written; empty among peers
 */
public record RelationState(
    String endpoint,
    int id,
    String remoteApplication,
    Map<String, String> localUnitBag,
    Map<String, String> localApplicationBag,
    SortedMap<String, Map<String, String>> remoteUnitBags,
    Map<String, String> remoteApplicationBag) {

  /** Copies what it is given. */
  public RelationState {
    localUnitBag = Map.copyOf(localUnitBag);
    localApplicationBag = Map.copyOf(localApplicationBag);
    SortedMap<String, Map<String, String>> bags = new TreeMap<>();
    remoteUnitBags.forEach((unit, bag) -> bags.put(unit, Map.copyOf(bag)));
    remoteUnitBags = Collections.unmodifiableSortedMap(bags);
    remoteApplicationBag = Map.copyOf(remoteApplicationBag);
  }

  /** Returns a relation to another application, no unit of which has joined yet. */
  public static RelationState to(String endpoint, String remoteApplication) {
    return new RelationState(
        endpoint, -1, remoteApplication, Map.of(), Map.of(), new TreeMap<>(), Map.of());
  }

  /** Returns the relation among the units of the own application, so far without another one. */
  public static RelationState peers(String endpoint) {
    return to(endpoint, "");
  }

  /** Returns whether it is among peers. */
  public boolean isPeers() {
    return remoteApplication.isEmpty();
  }

  /** Returns {@code endpoint:id}. */
  public String name() {
    return endpoint + ":" + id;
  }

  /** Returns it with another number. */
  public RelationState id(int number) {
    return new RelationState(
        endpoint,
        number,
        remoteApplication,
        localUnitBag,
        localApplicationBag,
        remoteUnitBags,
        remoteApplicationBag);
  }

  /** Returns it with this in the unit's own bag. */
  public RelationState localUnit(Map<String, String> bag) {
    return new RelationState(
        endpoint,
        id,
        remoteApplication,
        bag,
        localApplicationBag,
        remoteUnitBags,
        remoteApplicationBag);
  }

  /** Returns it with this in the own application's bag. */
  public RelationState localApplication(Map<String, String> bag) {
    return new RelationState(
        endpoint, id, remoteApplication, localUnitBag, bag, remoteUnitBags, remoteApplicationBag);
  }

  /** Returns it with another unit that has written nothing. */
  public RelationState remoteUnit(String unit) {
    return remoteUnit(unit, Map.of());
  }

  /** Returns it with another unit and what that has written. */
  public RelationState remoteUnit(String unit, Map<String, String> bag) {
    SortedMap<String, Map<String, String>> bags = new TreeMap<>(remoteUnitBags);
    bags.put(unit, bag);
    return remoteUnits(bags);
  }

  /** Returns it with exactly these units on the other side. */
  public RelationState remoteUnits(SortedMap<String, Map<String, String>> bags) {
    return new RelationState(
        endpoint,
        id,
        remoteApplication,
        localUnitBag,
        localApplicationBag,
        bags,
        remoteApplicationBag);
  }

  /** Returns it with this in the other application's bag. */
  public RelationState remoteApplication(Map<String, String> bag) {
    return new RelationState(
        endpoint, id, remoteApplication, localUnitBag, localApplicationBag, remoteUnitBags, bag);
  }
}
