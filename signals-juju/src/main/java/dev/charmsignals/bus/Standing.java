package dev.charmsignals.bus;

import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Header;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where this unit's own stream on a relation stood at the last commit, as charm state remembers it.
 *
 * @param id the stream
 * @param head the last number given in it
 * @param floor up to where this unit had trimmed it, whatever somebody writes into the bag
 * @param replaces the streams in whose place it stands, the oldest first
 */
record Standing(StreamId id, long head, long floor, List<Replaced> replaces) {

  Standing {
    replaces = List.copyOf(replaces);
  }

  static Standing of(OutgoingLog log) {
    Header header = log.header();
    return new Standing(header.id(), header.head(), header.floor(), header.replaces());
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
  }

  /** Reads what {@link #writeTo} wrote, or an earlier version, which knew id and head alone. */
  static Standing read(Map<?, ?> object) throws MalformedException {
    long head = StateFields.number(object, "head");
    long floor = Math.min(StateFields.number(object, "floor"), head);
    return new Standing(StateFields.id(object), head, floor, Replaced.read(object));
  }
}
