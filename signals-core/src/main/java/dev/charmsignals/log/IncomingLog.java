package dev.charmsignals.log;

import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A stream as its receiver sees it: the remote unit's bag, compared with how far we have come.
 *
 * <p>The bag may hold anything; nothing here throws because of it, and no more of it is read at a
 * look than the largest window. The work of a look grows with what is new, not with what lies below
 * the cursor.
 */
public final class IncomingLog {

  /** The longest value of a bag that is worth reading, in bytes: no window holds more. */
  public static final int MOST_TEXT = Window.LARGEST;

  private final Map<String, String> bag;
  private final StreamId self;
  private final List<Replaced> former;

  /**
   * Looks at a bag.
   *
   * @param bag the remote unit's bag, or those of its keys that begin with {@link BagKeys#PREFIX}
   * @param self this unit's own id in the relation
   * @param former what this unit's own stream replaces, the oldest first: the emitter may have
   *     admitted us by one of those ids
   */
  public IncomingLog(Map<String, String> bag, StreamId self, List<Replaced> former) {
    this.bag = bag;
    this.self = self;
    this.former = former;
  }

  /** Looks at a bag for a unit whose own stream replaces none. */
  public IncomingLog(Map<String, String> bag, StreamId self) {
    this(bag, self, List.of());
  }

  /**
   * Returns what is new.
   *
   * @param known our cursor in this unit's stream, if we have looked before
   * @param closed our last cursors in streams that have ended, so that a relation that was
   *     suspended does not repeat itself
   */
  public Reading read(Optional<Cursor> known, Map<StreamId, Cursor> closed) {
    Optional<String> problem = Optional.empty();
    SortedMap<StreamId, Long> acks = Collections.emptySortedMap();
    String acksText = bag.get(BagKeys.ACKS);
    if (acksText != null) {
      try {
        acks = Acks.parse(bounded(acksText));
      } catch (MalformedException e) {
        problem = Optional.of(BagKeys.ACKS + " " + e.reason());
      }
    }
    String headerText = bag.get(BagKeys.HEADER);
    if (headerText == null) {
      return new Reading(Optional.empty(), false, problem, acks, Optional.empty(), List.of());
    }
    Header header;
    try {
      header = Header.parse(bounded(headerText));
    } catch (MalformedException e) {
      Optional<String> why = Optional.of(BagKeys.HEADER + " " + e.reason());
      return new Reading(Optional.empty(), false, why, acks, Optional.empty(), List.of());
    } catch (Header.NewerVersion e) {
      return new Reading(Optional.empty(), true, problem, acks, Optional.empty(), List.of());
    }
    List<Arrival> arrivals = new ArrayList<>();
    Budget budget = new Budget();
    Cursor start = start(header, known, closed);
    if (start.isInFirstLook()) {
      firstLook(start, budget, arrivals);
    }
    above(start.seq(), header, budget, arrivals);
    return new Reading(Optional.of(header), false, problem, acks, Optional.of(start), arrivals);
  }

  private boolean isBarred(Header header) {
    boolean barred = header.barred().containsKey(self);
    for (Replaced own : former) {
      barred |= header.barred().containsKey(own.id());
    }
    return barred;
  }

  /** The head at which the emitter admitted us; the present one if it never did. */
  private long admission(Header header) {
    OptionalLong admitted = header.admissionOf(self);
    for (int i = former.size() - 1; admitted.isEmpty() && i >= 0; i--) {
      admitted = header.admissionOf(former.get(i).id());
    }
    return admitted.orElse(header.head());
  }

  private Cursor start(Header header, Optional<Cursor> known, Map<StreamId, Cursor> closed) {
    if (known.isPresent() && known.get().stream().equals(header.id())) {
      return known.get();
    }
    Cursor left = closed.get(header.id());
    if (left != null) {
      // Since we left, the emitter has forgotten how far we were. Our bag still says it, unless
      // somebody has put back an older one meanwhile.
      return left.toldAtMost(header.floor());
    }
    long admitted = Math.min(admission(header), header.head());
    // What lies below is nothing the emitter waits for us to read, so it counts as acknowledged.
    return new Cursor(header.id(), admitted, admitted, 0);
  }

  /** Returns how far this unit says it has read our stream; 0 when it says nothing usable. */
  public long ack() {
    try {
      String text = bag.get(BagKeys.ACKS);
      return text == null ? 0 : Acks.parse(bounded(text)).getOrDefault(self, 0L);
    } catch (MalformedException e) {
      return 0;
    }
  }

  /**
   * Returns whether the emitter should be told now how far we are: what is read and unacknowledged
   * takes half of the window, or of what older entries leave of it; or so much that the largest
   * signal has no room, if the emitter waits for that. Anything earlier would wake it for nothing,
   * unless its header says that we have lost our membership: then it believes that we lag.
   *
   * @param header the bag's, as a look has read it
   * @param bagBytes how many bytes the values of the bag have together; whoever read it has passed
   *     over them all, which nobody else should have to
   */
  public boolean isAckDue(Cursor cursor, Header header, long bagBytes) {
    if (isBarred(header)) {
      return cursor.acked() < cursor.seq(); // until it knows, our emitter does not wait for us
    }
    return AckRule.isDue(bag, bagBytes, cursor, header);
  }

  /**
   * The newest entry of each name at or below where we begin, if it is kept, in order, from where
   * an earlier hook left off.
   */
  private void firstLook(Cursor start, Budget budget, List<Arrival> arrivals) {
    SortedMap<Long, String> below = new TreeMap<>(Collections.reverseOrder());
    for (Map.Entry<String, String> value : bag.entrySet()) {
      long seq = BagKeys.seqOf(value.getKey());
      if (seq > start.kept() && seq <= start.seq()) {
        below.put(seq, value.getValue());
      }
    }
    Set<String> names = new HashSet<>();
    List<Arrival> newestFirst = new ArrayList<>();
    for (Map.Entry<Long, String> text : below.entrySet()) {
      try {
        Entry entry = Entry.parse(text.getKey(), budget.take(text.getValue()));
        if (names.add(entry.name()) && entry.kept()) {
          newestFirst.add(new Arrival.Signalled(entry, start.seq()));
        }
      } catch (MalformedException e) {
        newestFirst.add(new Arrival.Unreadable(text.getKey(), e.reason(), start.seq()));
      }
    }
    Collections.reverse(newestFirst);
    arrivals.addAll(newestFirst);
  }

  /** Everything above the cursor, in order; a run of numbers that are missing is one gap. */
  private void above(long cursor, Header header, Budget budget, List<Arrival> arrivals) {
    long next = cursor + 1;
    for (long seq : presentAbove(cursor, header.head())) {
      if (next < seq) {
        arrivals.add(new Arrival.Gap(next, seq - 1));
      }
      arrivals.add(arrival(seq, budget));
      next = seq + 1;
    }
    if (next <= header.head()) {
      arrivals.add(new Arrival.Gap(next, header.head()));
    }
  }

  private Iterable<Long> presentAbove(long cursor, long head) {
    if (cursor >= head) {
      return List.of();
    }
    if (head - cursor <= bag.size()) {
      List<Long> present = new ArrayList<>();
      for (long seq = cursor + 1; seq <= head; seq++) {
        if (bag.containsKey(BagKeys.entry(seq))) {
          present.add(seq);
        }
      }
      return present;
    }
    // The head is far away, or a lie: what is there decides how much work there is.
    Set<Long> present = new TreeSet<>();
    for (String key : bag.keySet()) {
      long seq = BagKeys.seqOf(key);
      if (seq > cursor && seq <= head) {
        present.add(seq);
      }
    }
    return present;
  }

  private Arrival arrival(long seq, Budget budget) {
    try {
      String text = budget.take(bag.getOrDefault(BagKeys.entry(seq), ""));
      return new Arrival.Signalled(Entry.parse(seq, text), seq);
    } catch (MalformedException e) {
      return new Arrival.Unreadable(seq, e.reason(), seq);
    }
  }

  private static String bounded(String text) throws MalformedException {
    return new Budget().take(text);
  }

  /** How much text may still be read. */
  private static final class Budget {
    private long left = Window.LARGEST;

    String take(String text) throws MalformedException {
      if (text.length() > left) {
        throw new MalformedException("is more than a window of " + Window.LARGEST + " bytes holds");
      }
      left -= text.length();
      return text;
    }
  }
}
