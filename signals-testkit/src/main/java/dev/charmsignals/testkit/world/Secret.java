package dev.charmsignals.testkit.world;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One secret as the controller holds it: its revisions, who reads which, and who may. */
final class Secret {

  /** One content, which never changes. */
  static final class Revision {

    final Map<String, String> content;
    private @Nullable Instant expiry;

    /** Who was told that nobody reads this revision any more. */
    final TreeSet<String> toldObsolete = new TreeSet<>();

    Revision(Map<String, String> content, @Nullable Instant expiry) {
      this.content = Map.copyOf(content);
      this.expiry = expiry;
    }
  }

  /** What one unit reads. */
  static final class Tracker {

    /** The revision it sees. */
    int revision;

    /** The newest revision that it was told of. */
    int told;

    /** What the unit calls the secret. */
    String label = "";
  }

  private final String id;
  private final String owner;
  private final SortedMap<Integer, Revision> revisions = new TreeMap<>();
  private final SortedMap<String, Tracker> trackers = new TreeMap<>();
  private final SortedMap<String, Integer> grants = new TreeMap<>();
  private int latest;
  private String label = "";
  private String description = "";
  private String rotation = "";
  private @Nullable Instant rotates;
  private @Nullable Instant expiryNotice;

  /**
   * Creates a secret without content.
   *
   * @param owner an application, a unit, or empty for the model's user
   */
  Secret(String id, String owner) {
    this.id = id;
    this.owner = owner;
  }

  String id() {
    return id;
  }

  String uri() {
    return "secret:" + id;
  }

  String owner() {
    return owner;
  }

  String label() {
    return label;
  }

  void label(String next) {
    label = next;
  }

  String description() {
    return description;
  }

  void description(String next) {
    description = next;
  }

  String rotation() {
    return rotation;
  }

  /** Sets how often it is to be rotated; an interval that runs goes on. */
  void rotation(String next, Instant now) {
    boolean ran = Rotation.willRotate(rotation);
    rotation = next;
    if (!Rotation.willRotate(next)) {
      rotates = null;
    } else if (!ran) {
      rotates = Rotation.next(next, now);
    }
  }

  Optional<Instant> rotates() {
    return Optional.ofNullable(rotates);
  }

  void rotates(Instant at) {
    rotates = at;
  }

  int latest() {
    return latest;
  }

  SortedMap<Integer, Revision> revisions() {
    return revisions;
  }

  Optional<Revision> revision(int number) {
    return Optional.ofNullable(revisions.get(number));
  }

  void add(Map<String, String> content) {
    latest++;
    revisions.put(latest, new Revision(content, null));
    expiryNotice = null;
  }

  /** Puts a revision back that it had. */
  void restore(int number, Map<String, String> content) {
    latest = Math.max(latest, number);
    revisions.put(number, new Revision(content, null));
  }

  /** Returns when the newest revision expires. */
  Optional<Instant> expiry() {
    return revision(latest).map(revision -> revision.expiry);
  }

  void expiry(Instant at) {
    revision(latest).ifPresent(revision -> revision.expiry = at);
    expiryNotice = null;
  }

  /** Returns when the owner is to be told next that the newest revision has expired. */
  Optional<Instant> expiryNotice() {
    return expiryNotice == null ? expiry() : Optional.of(expiryNotice);
  }

  void expiryNotice(Instant next) {
    expiryNotice = next;
  }

  /** What units read, by name. */
  SortedMap<String, Tracker> trackers() {
    return trackers;
  }

  /** Units and applications that may read it, with the relation it depends on; -1 for none. */
  SortedMap<String, Integer> grants() {
    return grants;
  }

  /** Returns whether a unit may change it. */
  boolean managedBy(Unit unit) {
    return owner.equals(unit.name()) || ofApplication(unit) && unit.leads();
  }

  /** Returns whether it belongs to the application of a unit as a whole. */
  boolean ofApplication(Unit unit) {
    return owner.equals(unit.application().name());
  }

  /** Returns whether a unit may read it now. */
  boolean readableBy(Model model, Unit unit) {
    return owner.equals(unit.name())
        || ofApplication(unit)
        || granted(model, unit.name())
        || granted(model, unit.application().name());
  }

  private boolean granted(Model model, String subject) {
    Integer relation = grants.get(subject);
    return relation != null && (relation < 0 || model.relation(relation).isPresent());
  }

  /** Returns whether nobody reads a revision, and nobody new will. */
  boolean obsolete(int revision) {
    return revision != latest
        && trackers.values().stream().noneMatch(tracker -> tracker.revision == revision);
  }
}
