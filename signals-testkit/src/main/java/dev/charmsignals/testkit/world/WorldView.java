package dev.charmsignals.testkit.world;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What an operator can look at in a {@link World}, always as it is at the moment of asking. */
public final class WorldView {

  private final Model model;

  WorldView(Model model) {
    this.model = model;
  }

  /** Returns the version of Juju that is simulated. */
  public JujuFlavour flavour() {
    return model.flavour();
  }

  /** Returns a unit, or empty if it is gone. */
  public Optional<UnitFacts> unit(String name) {
    return model.unit(name).map(Facts::of);
  }

  /** Returns every unit. */
  public List<UnitFacts> units() {
    return model.units().stream().map(Facts::of).toList();
  }

  /** Returns an application, or empty if it is gone. */
  public Optional<ApplicationFacts> application(String name) {
    return model.application(name).map(Facts::of);
  }

  /** Returns every application, by name. */
  public List<ApplicationFacts> applications() {
    return model.applications().stream().map(Facts::of).toList();
  }

  /** Returns every secret of charms and of users, by id. */
  public List<SecretFacts> secrets() {
    return model.secrets().all().stream().map(Facts::of).toList();
  }

  /** Returns every storage, by id. */
  public List<StorageFacts> storages() {
    return model.storage().all().stream().map(StorageFacts::of).toList();
  }

  /** Returns the time in the simulated world. */
  public Instant now() {
    return model.now();
  }

  /** Returns a relation, or empty if it is gone. */
  public Optional<RelationFacts> relation(int number) {
    return model.relation(number).map(Facts::of);
  }

  /** Returns every relation, by number. */
  public List<RelationFacts> relations() {
    return model.relations().stream().map(Facts::of).toList();
  }

  /** Returns a unit's or an application's databag as the controller has it. */
  public SortedMap<String, String> bag(int relation, String owner) {
    return requireBag(model, relation, owner).content();
  }

  /** Returns every hook that was run, in order. */
  public List<HookRecord> hooks() {
    return model.journal().hooks();
  }

  /** Returns every line that was logged, in order. */
  public List<LogRecord> logs() {
    return model.journal().logs();
  }

  static Relation requireRelation(Model model, int number) {
    return model
        .relation(number)
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "There is no relation %d; there are %s"
                        .formatted(
                            number, model.relations().stream().map(Relation::number).toList())));
  }

  static void refuseEmptyKeys(String owner, Collection<String> keys) {
    if (keys.contains("")) {
      throw new ImpossibleWorldException(
          "The bag of \"%s\" cannot have an empty key".formatted(owner));
    }
  }

  static Databag requireBag(Model model, int number, String owner) {
    Relation relation = requireRelation(model, number);
    Optional<Databag> bag =
        owner.contains("/") ? relation.unitBag(owner) : relation.applicationBag(owner);
    return bag.orElseThrow(
        () ->
            new ImpossibleWorldException(
                "\"%s\" has no databag in relation %d (%s)".formatted(owner, number, relation)));
  }
}
