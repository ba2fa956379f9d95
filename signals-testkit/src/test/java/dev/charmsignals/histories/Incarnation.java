package dev.charmsignals.histories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One unit from its first hook to its last; Kubernetes may give its name to another. */
final class Incarnation {

  /**
   * A signal that an observer put off, or that waits behind one.
   *
   * @param observer whose it is
   * @param stream the stream
   * @param seq its number in the stream
   */
  record Waiting(String observer, String stream, long seq) {}

  /** Stands for all observers together in the keys of {@link #failures}. */
  static final String ALL = "*";

  private final String unit;
  private final int number;

  /** Charm state as committed. */
  private final TreeMap<String, String> state = new TreeMap<>();

  /** The last signal each observer took of each stream. */
  private final Map<String, Long> taken = new HashMap<>();

  /** The highest number that each observer took of each name of each emitter on a relation. */
  private final Map<String, Long> newest = new HashMap<>();

  /** The numbers of what was taken, with the observer. */
  private final Set<String> heard = new HashSet<>();

  /** Streams and numbers of what was parked. */
  private final Set<String> parked = new HashSet<>();

  /** How far the cursor was, by relation and stream. */
  private final Map<String, Long> cursors = new HashMap<>();

  /** How often what is tried again failed in a row, by stream, number and observer or all. */
  private final Map<String, Integer> failures = new HashMap<>();

  /** Its own streams, by relation. */
  private final Map<Integer, String> own = new HashMap<>();

  /** All ids it ever had, by relation, the oldest first. */
  private final Map<Integer, Set<String>> ids = new HashMap<>();

  /** The receivers it knew after its last commit and had not barred, by relation. */
  private final Map<Integer, Set<String>> known = new HashMap<>();

  /** The ids of those it knew after its last commit, barred or not, by relation and unit. */
  private final Map<Integer, Map<String, String>> peers = new HashMap<>();

  /** Of whose leaving it was not told, because the hook was skipped: relation and unit. */
  private final Set<String> leftUntold = new HashSet<>();

  private Set<Waiting> waiting = Set.of();
  private int edition;

  Incarnation(String unit, int number) {
    this.unit = unit;
    this.number = number;
  }

  String unit() {
    return unit;
  }

  int number() {
    return number;
  }

  TreeMap<String, String> state() {
    return state;
  }

  Map<String, Long> taken() {
    return taken;
  }

  Map<String, Long> newest() {
    return newest;
  }

  Set<String> heard() {
    return heard;
  }

  Set<String> parked() {
    return parked;
  }

  Map<String, Long> cursors() {
    return cursors;
  }

  Map<String, Integer> failures() {
    return failures;
  }

  /** What is read of a stream is counted anew, because its unit has shown another meanwhile. */
  void forgetTries(String stream) {
    failures.keySet().removeIf(key -> key.startsWith(stream + " ") && key.endsWith(" " + ALL));
  }

  Map<Integer, String> own() {
    return own;
  }

  Set<String> ids(int relation) {
    return ids.computeIfAbsent(relation, key -> new LinkedHashSet<>());
  }

  Set<String> known(int relation) {
    return known.computeIfAbsent(relation, key -> new HashSet<>());
  }

  Map<String, String> peers(int relation) {
    return peers.computeIfAbsent(relation, key -> new HashMap<>());
  }

  /**
   * A hook was skipped that tells of a unit's leaving, or, if the unit is empty, of everybody's.
   */
  void skipLeaving(int relation, String remoteUnit) {
    leftUntold.add(relation + " " + remoteUnit);
  }

  /** Whether such a hook was skipped. */
  boolean mayHaveLeft(int relation, String remoteUnit) {
    return leftUntold.contains(relation + " " + remoteUnit) || leftUntold.contains(relation + " ");
  }

  Set<Waiting> waiting() {
    return waiting;
  }

  int edition() {
    return edition;
  }

  void edition(int edition) {
    this.edition = edition;
  }

  /** Reads from charm state what waits to be delivered again. */
  void readWaiting() {
    Set<Waiting> now = new HashSet<>();
    for (String endpoint : new String[] {"cluster", "listen", "talk"}) {
      for (JsonNode item : Wire.tree(stored(endpoint, "deferred"))) {
        now.add(
            new Waiting(
                item.path("observer").asText(),
                item.path("id").asText(),
                item.path("seq").asLong()));
      }
    }
    waiting = now;
  }

  /** Returns what is kept of an endpoint, with the pieces of a long value put together. */
  String stored(String endpoint, String what) {
    String key = "charm-signals/" + endpoint + "/" + what;
    StringBuilder text = new StringBuilder(state.getOrDefault(key, ""));
    for (int piece = 2; state.containsKey(key + "#" + piece); piece++) {
      text.append(state.get(key + "#" + piece));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return number == 0 ? unit : unit + " (number " + (number + 1) + " of this name)";
  }
}
