package dev.charmsignals.histories;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is known to have been committed to one stream. */
final class Stream {

  /**
   * One signal in it.
   *
   * @param said what it says
   * @param name which signal it is
   */
  record Item(long said, Name name) {}

  private final String id;
  private final Incarnation emitter;
  private final int relation;
  private final TreeMap<Long, Item> items = new TreeMap<>();

  /** How far each receiver has said that it has read it, by the receiver's id. */
  private final Map<String, Long> acknowledged = new HashMap<>();

  /** The lowest head at which each receiver was ever admitted, by the receiver's id. */
  private final Map<String, Long> everAdmitted = new HashMap<>();

  /** The same, of the receivers that have not left since. */
  private final Map<String, Long> admitted = new HashMap<>();

  private long head;
  private long floor;
  private boolean meddledWith;

  Stream(String id, Incarnation emitter, int relation) {
    this.id = id;
    this.emitter = emitter;
    this.relation = relation;
  }

  String id() {
    return id;
  }

  Incarnation emitter() {
    return emitter;
  }

  int relation() {
    return relation;
  }

  TreeMap<Long, Item> items() {
    return items;
  }

  Map<String, Long> acknowledged() {
    return acknowledged;
  }

  void admit(String receiver, long at) {
    everAdmitted.merge(receiver, at, Math::min);
    admitted.merge(receiver, at, Math::min);
  }

  Map<String, Long> everAdmitted() {
    return everAdmitted;
  }

  Map<String, Long> admitted() {
    return admitted;
  }

  long head() {
    return head;
  }

  long floor() {
    return floor;
  }

  void reach(long head, long floor) {
    this.head = head;
    this.floor = floor;
  }

  /** Whether somebody wrote into it who is not its emitter. */
  boolean meddledWith() {
    return meddledWith;
  }

  void meddle() {
    meddledWith = true;
  }

  @Override
  public String toString() {
    return "stream " + id.substring(12) + " of " + emitter + " in relation " + relation;
  }
}
