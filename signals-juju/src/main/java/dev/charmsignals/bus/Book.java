package dev.charmsignals.bus;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Acks;
import dev.charmsignals.log.Audience;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.StreamId;
import dev.charmsignals.name.UnitName;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What this unit remembers of one relation, as one value of charm state.
 *
 * @param own this unit's own stream on the relation
 * @param peers the remote units that have been seen, by what Juju calls them here
 * @param absentSince how many signals the endpoint had retained when Juju first did not list the
 *     relation, so that what was emitted since is owed to it; empty while it gets them all
 * @param mark a mark of the acknowledgement that was written last; 0 when none was, or by an
 *     earlier version
 */
record Book(Standing own, SortedMap<String, Peer> peers, OptionalLong absentSince, long mark) {

  Book {
    peers = Collections.unmodifiableSortedMap(new TreeMap<>(peers));
  }

  /** The book of a stream that nobody has been seen on. */
  static Book of(Standing own) {
    return new Book(own, Collections.emptySortedMap(), OptionalLong.empty(), 0);
  }

  StreamId id() {
    return own.id();
  }

  long head() {
    return own.head();
  }

  Peer peer(String unit) {
    return peers.getOrDefault(unit, Peer.UNKNOWN);
  }

  Book with(String unit, Peer peer) {
    SortedMap<String, Peer> changed = new TreeMap<>(peers);
    changed.put(unit, peer);
    return new Book(own, changed, absentSince, mark);
  }

  Book without(String unit) {
    SortedMap<String, Peer> changed = new TreeMap<>(peers);
    changed.remove(unit);
    return new Book(own, changed, absentSince, mark);
  }

  Book with(Standing now) {
    Standing own = now.succeeding(this.own);
    if (own.id().equals(id())) {
      return new Book(own, peers, absentSince, mark);
    }
    SortedMap<String, Peer> changed = new TreeMap<>();
    for (Map.Entry<String, Peer> peer : peers.entrySet()) {
      Peer known = peer.getValue();
      changed.put(
          peer.getKey(),
          new Peer(known.cursor(), 0, OptionalLong.empty(), known.tried(), known.told()));
    }
    return new Book(
        own, changed, OptionalLong.empty(), mark); // it begins with all that is retained
  }

  /** Takes their membership from receivers, until they have read up to a head. */
  Book barring(Set<StreamId> receivers, long head) {
    Book changed = this;
    for (Map.Entry<String, Peer> peer : peers.entrySet()) {
      Optional<Cursor> cursor = peer.getValue().cursor();
      if (cursor.isPresent() && receivers.contains(cursor.get().stream())) {
        changed = changed.with(peer.getKey(), peer.getValue().barredAt(head));
      }
    }
    return changed;
  }

  /** How many receivers have lost their membership and are not back. */
  int barred() {
    int barred = 0;
    for (Peer peer : peers.values()) {
      barred += peer.barredAt().isPresent() ? 1 : 0;
    }
    return barred;
  }

  /** Takes note of a signal that was emitted to the relation alone. */
  Book alone(String name, long retained) {
    return new Book(own.alone(name, retained), peers, absentSince, mark);
  }

  /** The same, with a relation that gets nothing from here on, or everything again. */
  Book absentSince(OptionalLong retained) {
    return new Book(own, peers, retained, mark);
  }

  /**
   * The receivers of our own stream that have shown themselves. Where two say that they are one, it
   * has read what both have.
   */
  Audience audience() {
    Map<StreamId, Long> acks = new HashMap<>();
    Set<StreamId> barred = new HashSet<>();
    for (Peer peer : peers.values()) {
      if (peer.cursor().isPresent()) {
        StreamId receiver = peer.cursor().get().stream();
        keepLeast(acks, receiver, peer.ack());
        if (peer.barredAt().isPresent()) {
          barred.add(receiver);
        }
      }
    }
    return new Audience(acks, barred);
  }

  /**
   * How far we are in the streams of others; what our acknowledgement is to say. Who copies
   * another's id must not have us acknowledge what we have not read of it.
   *
   * @param ended how far we were in streams that have ended, or that their unit does not show now:
   *     it is still said, because our bag must not hold again what it held before when they come
   *     back
   */
  SortedMap<StreamId, Long> positions(List<Cursor> ended) {
    SortedMap<StreamId, Long> positions = new TreeMap<>();
    for (Cursor cursor : ended) {
      keepLeast(positions, cursor.stream(), cursor.seq());
    }
    for (Peer peer : peers.values()) {
      if (peer.cursor().isPresent()) {
        positions.remove(peer.cursor().get().stream());
      }
    }
    for (Peer peer : peers.values()) {
      if (peer.cursor().isPresent()) {
        keepLeast(positions, peer.cursor().get().stream(), peer.cursor().get().seq());
      }
    }
    return positions;
  }

  /** Not by {@link Map#merge}: the first lambda of a hook costs it milliseconds. */
  private static void keepLeast(Map<StreamId, Long> numbers, StreamId stream, long number) {
    Long other = numbers.get(stream);
    if (other == null || number < other) {
      numbers.put(stream, number);
    }
  }

  /** Whether somebody does not know yet how far we have read. */
  boolean owesAcks() {
    for (Peer peer : peers.values()) {
      if (peer.cursor().isPresent() && peer.cursor().get().acked() < peer.cursor().get().seq()) {
        return true;
      }
    }
    return false;
  }

  /** What our bag is to say of how far we have read; the empty string when there is nothing. */
  String acknowledgement(List<Cursor> ended) {
    return Acks.text(positions(ended));
  }

  /** Whether our bag may say this, or somebody has taken away what we wrote last. */
  boolean mayHaveWritten(String acknowledgement) {
    return mark == 0 || acknowledgement.hashCode() == mark;
  }

  /** This book once an acknowledgement has been written. */
  Book acknowledged(String acknowledgement) {
    SortedMap<String, Peer> changed = new TreeMap<>(peers);
    for (Map.Entry<String, Peer> entry : changed.entrySet()) {
      Peer peer = entry.getValue();
      if (peer.cursor().isPresent()) {
        Optional<Cursor> told = Optional.of(peer.cursor().get().acknowledged());
        entry.setValue(new Peer(told, peer.ack(), peer.barredAt(), peer.tried(), peer.told()));
      }
    }
    return new Book(own, changed, absentSince, acknowledgement.hashCode());
  }

  String text() {
    JsonWriter out = new JsonWriter().startObject();
    own.writeTo(out);
    if (absentSince.isPresent()) {
      out.name("absent").number(absentSince.getAsLong());
    }
    if (mark != 0) {
      out.name("mark").number(mark);
    }
    out.name("peers").startObject();
    for (Map.Entry<String, Peer> entry : peers.entrySet()) {
      Peer peer = entry.getValue();
      out.name(entry.getKey()).startObject();
      if (peer.cursor().isPresent()) {
        Cursor cursor = peer.cursor().get();
        out.name("id").string(cursor.stream().value());
        out.name("seq").number(cursor.seq());
        out.name("acked").number(cursor.acked());
        if (cursor.isInFirstLook()) {
          out.name("kept").number(cursor.kept());
        }
      }
      if (peer.ack() > 0) {
        out.name("ack").number(peer.ack());
      }
      if (peer.barredAt().isPresent()) {
        out.name("barred").number(peer.barredAt().getAsLong());
      }
      if (peer.tried().isPresent()) {
        Peer.Tried tried = peer.tried().get();
        out.name("tried").startObject().name("id").string(tried.stream().value());
        out.name("seq").number(tried.seq());
        out.name("attempts").number(tried.attempts()).endObject();
      }
      if (!peer.told().isEmpty()) {
        out.name("told").string(peer.told());
      }
      out.endObject();
    }
    return out.endObject().endObject().text();
  }

  static Book parse(String text) throws MalformedException {
    Map<?, ?> object = JsonReader.readObject(text);
    SortedMap<String, Peer> peers = new TreeMap<>();
    if (object.get("peers") instanceof Map<?, ?> written) {
      for (Map.Entry<?, ?> entry : written.entrySet()) {
        if (entry.getKey() instanceof String unit && entry.getValue() instanceof Map<?, ?> peer) {
          if (!UnitName.isWellFormed(unit)) {
            throw new MalformedException("names a peer that is no unit");
          }
          peers.put(unit, peer(peer));
        }
      }
    }
    long mark = object.get("mark") instanceof Long number ? number : 0;
    return new Book(Standing.read(object), peers, optional(object, "absent"), mark);
  }

  private static Peer peer(Map<?, ?> object) throws MalformedException {
    Optional<Cursor> cursor = Optional.empty();
    if (object.containsKey("id")) {
      cursor = Optional.of(StateFields.cursor(object));
    }
    OptionalLong barred = optional(object, "barred");
    String told = object.get("told") instanceof String text ? text : "";
    Optional<Peer.Tried> tried = Optional.empty();
    if (object.get("tried") instanceof Map<?, ?> signal) {
      tried =
          Optional.of(
              new Peer.Tried(
                  StateFields.id(signal),
                  StateFields.number(signal, "seq"),
                  StateFields.count(signal, "attempts")));
    }
    return new Peer(cursor, StateFields.number(object, "ack"), barred, tried, told);
  }

  private static OptionalLong optional(Map<?, ?> object, String name) throws MalformedException {
    return object.containsKey(name)
        ? OptionalLong.of(StateFields.number(object, name))
        : OptionalLong.empty();
  }
}
