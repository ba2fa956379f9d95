package dev.charmsignals.legacy;

import dev.charmsignals.snapshot.SnapshotException;
import dev.charmsignals.snapshot.SnapshotText;
import dev.charmsignals.snapshot.SnapshotTooLongException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bag of the other side says that it did not say when it was read last. Anything may be in
 * there.
 *
 * @param signals what is new, in the order of the names
 * @param seen what to remember of the bag
 * @param leftOut how many entries are not heard, because of too many names or too long a text
 */
record News(List<Said> signals, Seen seen, int leftOut) {

  /** Keys that Juju itself writes into a unit's bag (contract §3). */
  private static final Set<String> OF_JUJU =
      Set.of("egress-subnets", "ingress-address", "private-address");

  /** How many names of one bag are heard; each costs charm state. */
  static final int MOST_NAMES = 64;

  /** As JSON and in characters, so that a handler can put it off. */
  static final int LONGEST_TEXT = 48 << 10;

  /** A signal: its name, what it says, and its number among those of the bag. */
  record Said(String name, String text, long number) {}

  /**
   * Compares.
   *
   * @param before what was remembered; empty at the first look
   * @param fromTheFirst whether what is there at the first look is news
   */
  static News of(Map<String, String> bag, Optional<Seen> before, boolean fromTheFirst) {
    SortedMap<String, String> slots = new TreeMap<>();
    List<Said> signals = new ArrayList<>();
    long told = before.isPresent() ? before.get().told() : 0;
    int leftOut = 0;
    for (Map.Entry<String, String> entry : new TreeMap<>(bag).entrySet()) {
      String name = entry.getKey();
      if (OF_JUJU.contains(name)) {
        continue;
      }
      if (slots.size() == MOST_NAMES) {
        leftOut++;
        continue;
      }
      String slot = Seen.fingerprint(name);
      String print = Seen.fingerprint(entry.getValue());
      slots.put(slot, print);
      if (before.isEmpty() ? !fromTheFirst : print.equals(before.get().slots().get(slot))) {
        continue;
      }
      String text = Padding.strip(entry.getValue());
      if (isTooLong(name) || isTooLong(text)) {
        leftOut++;
      } else {
        signals.add(new Said(name, text, ++told));
      }
    }
    return new News(List.copyOf(signals), new Seen(slots, told), leftOut);
  }

  private static boolean isTooLong(String text) {
    try {
      SnapshotText.ofValue(text, LONGEST_TEXT);
      return false;
    } catch (SnapshotException | SnapshotTooLongException e) {
      return true; // or half a surrogate pair, which could not be kept either
    }
  }
}
