package dev.charmsignals.log;

import dev.charmsignals.json.MalformedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Short ways to say what the tests of the log need. */
final class Drafts {

  static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  static final StreamId EMITTER = new StreamId("e0e0e0e0e0e0e0e0");
  static final StreamId A = new StreamId("aaaaaaaaaaaaaaaa");
  static final StreamId B = new StreamId("bbbbbbbbbbbbbbbb");
  static final StreamId C = new StreamId("cccccccccccccccc");

  private Drafts() {}

  static Draft kept(String name, String snapshot) {
    return new Draft(name, snapshot, NOON, true, true);
  }

  static Draft passing(String name) {
    return passing(name, "{}");
  }

  static Draft passing(String name, String snapshot) {
    return new Draft(name, snapshot, NOON, false, false);
  }

  /** A snapshot that makes the text of an entry named with one letter {@code bytes} long. */
  static String filling(int bytes) {
    int around = Entry.text(passing("x", "{\"p\":\"\"}")).length();
    return "{\"p\":\"" + "z".repeat(bytes - around) + "\"}";
  }

  static OutgoingLog fresh(Window window) {
    return OutgoingLog.empty(EMITTER, 0, window);
  }

  static Audience audience(Map<StreamId, Long> acks) {
    return new Audience(acks, Set.of());
  }

  static OutgoingLog append(OutgoingLog log, Window window, Audience audience, Draft... drafts) {
    OutgoingLog now = log;
    for (Draft draft : drafts) {
      now = now.append(draft, window, audience).log();
    }
    return now;
  }

  static OutgoingLog appendPassing(OutgoingLog log, Window window, Audience audience, int count) {
    Draft[] drafts = new Draft[count];
    Arrays.fill(drafts, passing("x"));
    return append(log, window, audience, drafts);
  }

  /** The numbers of the entries that stand in the bag. */
  static List<Long> numbers(OutgoingLog log) {
    return log.bag().keySet().stream().map(BagKeys::seqOf).filter(n -> n > 0).sorted().toList();
  }

  static SortedMap<StreamId, Long> members(Object... idsAndNumbers) {
    SortedMap<StreamId, Long> members = new TreeMap<>();
    for (int i = 0; i < idsAndNumbers.length; i += 2) {
      members.put((StreamId) idsAndNumbers[i], ((Number) idsAndNumbers[i + 1]).longValue());
    }
    return members;
  }

  static Reading firstLook(Map<String, String> bag, StreamId self) {
    return new IncomingLog(bag, self).read(Optional.empty(), Map.of());
  }

  static Reading look(Map<String, String> bag, StreamId self, long cursor) {
    return new IncomingLog(bag, self).read(Optional.of(new Cursor(EMITTER, cursor, 0)), Map.of());
  }

  /** The same header of an emitter with another window. */
  static Header in(Header.Span window, Header header) {
    return new Header(header.id(), header.head(), header.floor(), header.members(), window);
  }

  /** How many bytes the values of a bag have, as whoever reads one counts them. */
  static long bytes(Map<String, String> bag) {
    return bag.values().stream()
        .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  /** Arrivals in few words: {@code bork@3}, {@code gap 4-5}, {@code junk@6}. */
  static List<String> words(Reading reading) {
    return reading.arrivals().stream().map(Drafts::word).toList();
  }

  private static String word(Arrival arrival) {
    if (arrival instanceof Arrival.Signalled signalled) {
      return signalled.entry().name() + "@" + signalled.entry().seq();
    } else if (arrival instanceof Arrival.Gap gap) {
      return "gap " + gap.from() + "-" + gap.to();
    }
    return "junk@" + ((Arrival.Unreadable) arrival).seq();
  }

  static OutgoingLog read(Map<String, String> bag, Window window) {
    try {
      return OutgoingLog.read(bag).within(window);
    } catch (MalformedException e) {
      throw new AssertionError(e.reason(), e);
    }
  }
}
