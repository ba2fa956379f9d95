package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CloudInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Everything the controller knows, and the two things that stand in for the outside: time, dice.
 */
final class Model {

  private static final Duration HOOK_TAKES = Duration.ofSeconds(1);

  private final JujuFlavour flavour;
  private final SplittableRandom random;
  private final SplittableRandom identities;
  private final String uuid;
  private final SortedMap<String, Application> applications = new TreeMap<>();
  private final SortedMap<Integer, Relation> relations = new TreeMap<>();
  private final Journal journal = new Journal();
  private final SecretBook secrets = new SecretBook();
  private final StorageBook storage = new StorageBook();
  private Optional<CloudInfo> cloud = Optional.empty();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private boolean retriesHooks = true;
  private int nextRelation;
  private int nextMachine;
  private int nextTask;

  Model(JujuFlavour flavour, long seed) {
    this.flavour = flavour;
    random = new SplittableRandom(seed);
    identities = random.split();
    uuid = uuid();
  }

  JujuFlavour flavour() {
    return flavour;
  }

  /** Chooses what happens next where Juju promises no order. */
  SplittableRandom random() {
    return random;
  }

  /** Makes names and numbers nobody has. */
  SplittableRandom identities() {
    return identities;
  }

  String uuid() {
    String hex = hex(2);
    return "%s-%s-4%s-8%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 15),
            hex.substring(15, 18),
            hex.substring(18, 30));
  }

  /** Returns as many groups of 16 random hex digits. */
  String hex(int groups) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups; i++) {
      text.append(HexFormat.of().toHexDigits(identities.nextLong()));
    }
    return text.toString();
  }

  String modelUuid() {
    return uuid;
  }

  Instant now() {
    return now;
  }

  void tick() {
    now = now.plus(HOOK_TAKES);
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  StorageBook storage() {
    return storage;
  }

  /** Returns the cloud that a test has set. */
  Optional<CloudInfo> cloud() {
    return cloud;
  }

  void cloud(CloudInfo next) {
    cloud = Optional.of(next);
  }

  SecretBook secrets() {
    return secrets;
  }

  Journal journal() {
    return journal;
  }

  boolean retriesHooks() {
    return retriesHooks;
  }

  void retryHooks(boolean automatically) {
    retriesHooks = automatically;
  }

  int takeRelationNumber() {
    return nextRelation++;
  }

  /** Takes the next number for a task; its operation has the one before it. */
  int takeTask() {
    nextTask += 2;
    return nextTask;
  }

  int takeMachine() {
    return nextMachine++;
  }

  Collection<Application> applications() {
    return applications.values();
  }

  void add(Application application) {
    applications.put(application.name(), application);
  }

  Optional<Application> application(String name) {
    return Optional.ofNullable(applications.get(name));
  }

  Collection<Relation> relations() {
    return relations.values();
  }

  void add(Relation relation) {
    relations.put(relation.number(), relation);
  }

  Optional<Relation> relation(int number) {
    return Optional.ofNullable(relations.get(number));
  }

  /** Removes a relation with everything in it, whoever is still there. */
  void forget(int relation) {
    relations.remove(relation);
  }

  List<Relation> relationsOf(String application) {
    return relations.values().stream().filter(each -> each.concerns(application)).toList();
  }

  List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    applications.values().forEach(application -> units.addAll(application.units()));
    return units;
  }

  Optional<Unit> unit(String name) {
    return application(Relation.applicationOf(name)).stream()
        .flatMap(application -> application.units().stream())
        .filter(unit -> unit.name().equals(name))
        .findFirst();
  }

  private boolean goes(Application application) {
    boolean goes =
        application.life() != Life.ALIVE
            && application.units().isEmpty()
            && relationsOf(application.name()).stream().allMatch(Relation::peers);
    if (goes && !secrets.isEmpty()) {
      secrets.forget(application.name());
    }
    return goes;
  }

  /** Returns an application, or refuses a name that nobody has. */
  Application requireApplication(String name) {
    return application(name)
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "There is no application \"%s\"; there are %s"
                        .formatted(name, applications().stream().map(Application::name).toList())));
  }

  /** Returns a unit, or refuses a name that nobody has. */
  Unit requireUnit(String name) {
    return unit(name)
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "There is no unit \"%s\"; there are %s"
                        .formatted(name, units().stream().map(Unit::name).toList())));
  }

  /** Removes whatever is on its way out and no longer in anybody's way. */
  void sweep() {
    relations
        .values()
        .removeIf(relation -> relation.life() != Life.ALIVE && relation.scope().isEmpty());
    applications.values().removeIf(this::goes);
    relations
        .values()
        .removeIf(relation -> !applications.containsKey(relation.left().application()));
  }
}
