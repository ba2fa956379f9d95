package dev.charmsignals.log;

import dev.charmsignals.json.MalformedException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stream as its emitter holds it: the header and the entries of this unit's own bag.
 *
 * <p>Immutable; every operation returns a new one. The bag that the emitter should write is {@link
 * #bag()}, and what to send is its difference from the bag that is there.
 */
public final class OutgoingLog {

  private final Header header;
  private final StoredEntries entries;

  private OutgoingLog(Header header, StoredEntries entries) {
    this.header = header;
    this.entries = entries;
  }

  /** Returns a stream without entries that goes on after {@code head}; 0 for a new one. */
  public static OutgoingLog empty(StreamId id, long head, Window window) {
    Header header =
        new Header(id, head, head, Collections.emptySortedMap(), Header.Span.of(window));
    return new OutgoingLog(header, new StoredEntries());
  }

  /**
   * Returns the stream that stands in this unit's own bag. An entry that cannot be read, because
   * somebody edited it, is left out: its readers report it missing, and the stream goes on.
   *
   * @throws MalformedException when the bag holds no header that this code wrote
   */
  public static OutgoingLog read(Map<String, String> ownBag) throws MalformedException {
    Header header;
    try {
      header = Header.parse(ownBag.getOrDefault(BagKeys.HEADER, ""));
    } catch (Header.NewerVersion e) {
      throw new MalformedException("was written by a newer version of this charm");
    }
    StoredEntries entries = new StoredEntries();
    for (Map.Entry<String, String> value : ownBag.entrySet()) {
      long seq = BagKeys.seqOf(value.getKey());
      if (seq > 0 && seq <= header.head()) {
        try {
          entries.put(seq, value.getValue());
        } catch (MalformedException e) {
          continue;
        }
      }
    }
    return new OutgoingLog(header, entries);
  }

  /**
   * Returns this stream with a header by which receivers acknowledge early enough for a window;
   * this stream itself if its header does already. A header is never widened but by an append, so
   * that no bag comes to hold again what it held before.
   */
  public OutgoingLog within(Window window) {
    Header.Span narrow = header.window().narrowed(Header.Span.of(window));
    if (narrow.is(header.window())) {
      return this;
    }
    Header told =
        header.at(header.head(), header.floor(), header.members(), header.barred(), narrow);
    return new OutgoingLog(told, entries);
  }

  /**
   * Returns this stream with a header that says which ones it replaces, the oldest first. Who was
   * reading them learns from it what it will never read.
   */
  public OutgoingLog replacing(List<Replaced> replaced) {
    Header told =
        new Header(
            header.id(),
            header.head(),
            header.floor(),
            header.members(),
            header.barred(),
            header.window(),
            replaced);
    return new OutgoingLog(told, entries);
  }

  /** Returns the stream's id. */
  public StreamId id() {
    return header.id();
  }

  /** Returns the number of the last entry ever appended. */
  public long head() {
    return header.head();
  }

  /** Returns the header. */
  public Header header() {
    return header;
  }

  /** Returns how many receivers have been admitted. */
  public int memberCount() {
    return header.members().size();
  }

  /** Returns the keys and values of the log's part of the bag, acks aside. */
  public SortedMap<String, String> bag() {
    SortedMap<String, String> bag = new TreeMap<>();
    bag.put(BagKeys.HEADER, header.text());
    entries.writeTo(bag);
    return bag;
  }

  /** Returns the newest kept entry of each name, by number; what a late joiner is to get. */
  public SortedMap<Long, String> kept() {
    return entries.newestKept();
  }

  /**
   * Returns this stream with kept entries put back under the numbers they had.
   *
   * @throws MalformedException when one of them is not an entry
   */
  public OutgoingLog withKept(SortedMap<Long, String> kept) throws MalformedException {
    StoredEntries all = entries.copy();
    for (Map.Entry<Long, String> text : kept.entrySet()) {
      all.put(text.getKey(), text.getValue());
    }
    return new OutgoingLog(header, all);
  }

  /**
   * Returns this stream without what is at or below {@code floor}, kept entries aside, and without
   * the members that were admitted before that: they are to be admitted again.
   */
  public OutgoingLog trimmed(long floor) {
    if (floor <= header.floor()) {
      return this;
    }
    StoredEntries all = entries.copy();
    all.trim(floor);
    SortedMap<StreamId, Long> members = new TreeMap<>();
    for (Map.Entry<StreamId, Long> member : header.members().entrySet()) {
      if (member.getValue() >= floor) {
        members.put(member.getKey(), member.getValue());
      }
    }
    Header after = header.at(header.head(), floor, members, header.barred(), header.window());
    return new OutgoingLog(after, all);
  }

  /**
   * Appends one signal, admits the audience, and trims what everybody has read.
   *
   * <p>Where the window is full beyond that, the window's policy decides: the slowest receivers
   * lose their membership, or nothing changes and this throws.
   *
   * @throws WindowFullException when there is no room
   */
  public Appended append(Draft draft, Window window, Audience audience) {
    long seq = header.head() + 1;
    SortedMap<StreamId, Long> members = admit(audience);
    SortedMap<StreamId, Long> lost = new TreeMap<>(header.barred());
    lost.keySet().retainAll(audience.barred());
    StoredEntries all = entries.copy();
    all.put(seq, draft);

    long floor = header.floor();
    if (!members.isEmpty()) {
      floor = Math.max(floor, acknowledgedByAll(members.keySet(), audience));
    }
    all.trim(floor);
    Set<StreamId> barred = new HashSet<>();
    if (!all.fit(window)) {
      floor = Math.max(floor, all.floorThatFits(window));
      all.trim(floor);
      for (Map.Entry<StreamId, Long> member : members.entrySet()) {
        if (position(member, audience) < floor) {
          barred.add(member.getKey());
          lost.put(member.getKey(), member.getValue());
        }
      }
      if (!all.fit(window)) {
        throw new WindowFullException(window, 0);
      }
      if (!barred.isEmpty() && window.whenFull() == WhenFull.REJECT) {
        throw new WindowFullException(window, barred.size());
      }
      members.keySet().removeAll(barred);
    }
    Header after = header.at(seq, floor, members, lost, Header.Span.of(window));
    return new Appended(new OutgoingLog(after, all), barred);
  }

  /** Those who are there and not barred; newcomers are admitted at the present head. */
  private SortedMap<StreamId, Long> admit(Audience audience) {
    SortedMap<StreamId, Long> members = new TreeMap<>();
    for (StreamId receiver : audience.acks().keySet()) {
      if (!audience.barred().contains(receiver)) {
        members.put(receiver, header.members().getOrDefault(receiver, header.head()));
      }
    }
    return members;
  }

  /**
   * How far every member has said that it has read. What it was admitted at does not count: it may
   * have looked before, and still need what came between.
   */
  private long acknowledgedByAll(Set<StreamId> members, Audience audience) {
    long slowest = header.head(); // nobody has read more, whatever they say
    for (StreamId member : members) {
      slowest = Math.min(slowest, audience.acks().getOrDefault(member, 0L));
    }
    return slowest;
  }

  /** Up to where nothing is owed to a member: what it was admitted at, or has acknowledged. */
  private static long position(Map.Entry<StreamId, Long> member, Audience audience) {
    return Math.max(member.getValue(), audience.acks().getOrDefault(member.getKey(), 0L));
  }
}
