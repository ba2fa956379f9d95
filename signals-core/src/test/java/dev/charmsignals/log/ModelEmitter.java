package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.json.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The emitter of the model: its charm state, its bag, and everything it ever committed. */
final class ModelEmitter {

  final Window window;

  /** Every entry that was ever committed. */
  final TreeMap<Long, Entry> committed = new TreeMap<>();

  /** Every bag that was ever committed; the last is the present one. */
  final List<Map<String, String>> bags = new ArrayList<>();

  /** Who ever lost its membership, and at what number each was last admitted. */
  final Set<StreamId> everBarred = new HashSet<>();

  final Map<StreamId, Long> admissions = new HashMap<>();

  /** What is committed in charm state: what is known of the receivers. */
  private Map<StreamId, Long> acks = new HashMap<>();

  private Map<StreamId, Long> barredAt = new HashMap<>();
  private Header last;
  private final Map<Long, String> texts = new HashMap<>();
  private final Set<Map<String, String>> contents = new HashSet<>();

  ModelEmitter(Window window) {
    this.window = window;
    commit(Drafts.fresh(window), Map.of(), Map.of());
  }

  Map<String, String> bag() {
    return bags.get(bags.size() - 1);
  }

  /** Takes note of what a receiver's bag says. */
  void learn(ModelReceiver receiver) {
    acks = learned(acks, receiver);
  }

  void forget(StreamId receiver) {
    acks.remove(receiver);
    barredAt.remove(receiver);
  }

  private static Map<StreamId, Long> learned(Map<StreamId, Long> before, ModelReceiver receiver) {
    Reading reading =
        new IncomingLog(receiver.bag(), Drafts.EMITTER).read(Optional.empty(), Map.of());
    Map<StreamId, Long> after = new HashMap<>(before);
    reading
        .header()
        .ifPresent(h -> after.put(h.id(), reading.acks().getOrDefault(Drafts.EMITTER, 0L)));
    return after;
  }

  /**
   * One hook that emits. Under pressure it asks for fresh acks, as an emitter should.
   *
   * @return how many of the drafts found room
   */
  int emit(List<Draft> drafts, List<ModelReceiver> present, boolean commits) {
    OutgoingLog log = Drafts.read(bag(), window);
    Map<StreamId, Long> known = new HashMap<>(acks);
    Map<StreamId, Long> barred = new HashMap<>(barredAt);
    int done = 0;
    for (Draft draft : drafts) {
      Optional<Appended> appended = tryAppend(log, draft, known, barred);
      if (appended.isEmpty() || !appended.get().barred().isEmpty()) {
        for (ModelReceiver receiver : present) {
          if (known.containsKey(receiver.id)) {
            known = learned(known, receiver);
          }
        }
        appended = tryAppend(log, draft, known, barred);
      }
      if (appended.isPresent()) {
        done++;
        log = appended.get().log();
        for (StreamId receiver : appended.get().barred()) {
          barred.put(receiver, log.head());
        }
      }
    }
    if (commits && done > 0) {
      commit(log, known, barred);
    }
    return done;
  }

  private Optional<Appended> tryAppend(
      OutgoingLog log, Draft draft, Map<StreamId, Long> known, Map<StreamId, Long> barred) {
    barred.entrySet().removeIf(entry -> known.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    try {
      return Optional.of(log.append(draft, window, new Audience(known, barred.keySet())));
    } catch (WindowFullException e) {
      assertEquals(WhenFull.REJECT, window.whenFull());
      assertTrue(e.unreadBy() > 0, "kept signals leave room");
      return Optional.empty();
    }
  }

  private void commit(OutgoingLog log, Map<StreamId, Long> known, Map<StreamId, Long> barred) {
    acks = new HashMap<>(known);
    barredAt = new HashMap<>(barred);
    everBarred.addAll(barred.keySet());
    admissions.putAll(log.header().members());
    Map<String, String> bag = log.bag();
    if (!bags.isEmpty()) {
      assertTrue(log.head() > last.head(), "I9: the head never goes back");
      assertTrue(log.header().floor() >= last.floor(), "I9: nor does the floor");
    }
    last = log.header();
    assertTrue(contents.add(bag), "I9: no bag content repeats");
    int bytes = 0;
    int entries = 0;
    for (Map.Entry<String, String> value : bag.entrySet()) {
      long seq = BagKeys.seqOf(value.getKey());
      if (seq > 0) {
        entries++;
        bytes += value.getValue().getBytes(StandardCharsets.UTF_8).length;
        String before = texts.putIfAbsent(seq, value.getValue());
        assertTrue(before == null || before.equals(value.getValue()), "entries never change");
        committed.computeIfAbsent(seq, n -> parse(n, value.getValue()));
      }
    }
    assertTrue(entries <= window.entries() && bytes <= window.bytes(), "I5: bounded");
    bags.add(bag);
  }

  private static Entry parse(long seq, String text) {
    try {
      return Entry.parse(seq, text);
    } catch (MalformedException e) {
      throw new AssertionError(e.reason(), e);
    }
  }
}
