package dev.charmsignals.bus;

import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Header;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where this unit's own stream on a relation stood at the last commit, as charm state remembers it.
 *
 * @param id the stream
 * @param head the last number given in it
 * @param floor up to where this unit had trimmed it, whatever somebody writes into the bag
 * @param replaces the streams in whose place it stands, the oldest first
 * @param alone how many signals the endpoint had retained when one of this name was emitted to the
 *     relation alone: those must not come after it, should another stream have to begin
 */
record Standing(
    StreamId id, long head, long floor, List<Replaced> replaces, SortedMap<String, Long> alone) {

  Standing {
    replaces = List.copyOf(replaces);
    alone = Collections.unmodifiableSortedMap(new TreeMap<>(alone));
  }

  static Standing of(OutgoingLog log) {
    Header header = log.header();
    return new Standing(
        header.id(),
        header.head(),
        header.floor(),
        header.replaces(),
        Collections.emptySortedMap());
  }

  /** The same, of a stream that goes on from this one, or takes its place. */
  Standing succeeding(Standing before) {
    return new Standing(id, head, floor, replaces, before.alone);
  }

  /** Takes note of a signal that was emitted to the relation alone. */
  Standing alone(String name, long retained) {
    SortedMap<String, Long> changed = new TreeMap<>(alone);
    changed.put(name, retained);
    return new Standing(id, head, floor, replaces, changed);
  }

  /** What a stream is to say that it replaces if it stands in the place of this one. */
  List<Replaced> replaced() {
    List<Replaced> replaced = new ArrayList<>(replaces);
    replaced.add(new Replaced(id, head));
    return replaced;
  }

  /**
   * Returns the stream that a bag holds, if it is this one; empty if somebody restored an older bag
   * or wrote another, so that numbers would be given twice.
   *
   * <p>An older bag may have the same head, and more below it: a stream that comes back after its
   * relation was suspended comes back trimmed. It is trimmed again, because a floor never falls.
   */
  Optional<OutgoingLog> in(OutgoingLog bag) {
    return bag.id().equals(id) && bag.head() == head
        ? Optional.of(bag.trimmed(floor).replacing(replaces))
        : Optional.empty();
  }

  void writeTo(JsonWriter out) {
    out.name("id").string(id.value()).name("head").number(head);
    if (floor > 0) {
      out.name("floor").number(floor);
    }
    Replaced.write(out, replaces);
    if (!alone.isEmpty()) {
      out.name("alone").startObject();
      for (Map.Entry<String, Long> each : alone.entrySet()) {
        out.name(each.getKey()).number(each.getValue());
      }
      out.endObject();
    }
  }

  /** Reads what {@link #writeTo} wrote, or an earlier version, which knew id and head alone. */
  static Standing read(Map<?, ?> object) throws MalformedException {
    long head = StateFields.number(object, "head");
    long floor = Math.min(StateFields.number(object, "floor"), head);
    SortedMap<String, Long> alone = new TreeMap<>();
    if (object.get("alone") instanceof Map<?, ?> written) {
      for (Map.Entry<?, ?> each : written.entrySet()) {
        if (each.getKey() instanceof String name && each.getValue() instanceof Long retained) {
          alone.put(name, retained);
        }
      }
    }
    return new Standing(StateFields.id(object), head, floor, Replaced.read(object), alone);
  }
}
