package dev.charmsignals.bus;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.model.CharmState;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ledger of an endpoint in charm state, one key for each relation and for each of the
 * rest, under {@code charm-signals/<endpoint>/}.
 */
final class LedgerStore {

  private static final String RETAINED = "retained";
  private static final String ENDED = "ended";
  private static final String DEFERRED = "deferred";
  private static final String PARKED = "parked";
  private static final String NO_DEFERRED = Deferred.NOTHING.text();

  private final CharmState state;
  private final String prefix;

  LedgerStore(CharmState state, String endpoint) {
    this.state = state;
    this.prefix = CharmState.OF_THE_TOOLKIT + endpoint + "/";
  }

  /** Whether signals may wait that an observer put off; asks without reading all the rest. */
  boolean mayHoldDeferred() {
    String text = state.get(prefix + DEFERRED).orElse("");
    return !text.isEmpty() && !text.equals(NO_DEFERRED);
  }

  Ledger load() {
    SortedMap<Integer, Link> links = new TreeMap<>();
    Retained retained = Retained.NOTHING;
    Ended ended = Ended.NOTHING;
    Deferred deferred = Deferred.NOTHING;
    long parked = 0;
    for (String key : state.keys(prefix)) {
      String name = key.substring(prefix.length());
      String text = state.get(key).orElse("");
      try {
        switch (name) {
          case RETAINED -> retained = Retained.parse(text);
          case ENDED -> ended = Ended.parse(text);
          case DEFERRED -> deferred = Deferred.parse(text);
          case PARKED -> parked = Long.parseLong(text);
          default -> links.put(relation(name), Link.of(Book.parse(text)));
        }
      } catch (MalformedException | IllegalArgumentException e) {
        // Only this charm writes here, so somebody meddled. Going on without it starts a new
        // stream, which others notice; failing would stop the unit for good.
        LoggerFactory.getLogger(LedgerStore.class)
            .error("Charm state {} cannot be read and is started anew", key);
      }
    }
    return new Ledger(links, retained, ended, deferred, parked);
  }

  /** Reads a number as {@link #save} writes it: under another spelling it could not be removed. */
  private static Integer relation(String name) throws MalformedException {
    int number = Integer.parseInt(name);
    if (number < 0 || !Integer.toString(number).equals(name)) {
      throw new MalformedException("is of no relation");
    }
    return number;
  }

  /** Hands what may differ to charm state, which sends only what does. */
  void save(Ledger before, Ledger after) {
    for (Integer number : before.links().keySet()) {
      if (!after.links().containsKey(number)) {
        state.remove(prefix + number);
      }
    }
    for (Map.Entry<Integer, Link> link : after.links().entrySet()) {
      state.put(prefix + link.getKey(), link.getValue().book().text());
    }
    // Compared by identity and text, not by equals of the records, whose first call takes longer
    // than a hook.
    if (after.retained() != before.retained()) {
      put(RETAINED, before.retained().text(), after.retained().text());
    }
    if (after.ended() != before.ended()) {
      put(ENDED, before.ended().text(), after.ended().text());
    }
    if (after.deferred() != before.deferred()) {
      put(DEFERRED, before.deferred().text(), after.deferred().text());
    }
    if (after.parked() != before.parked()) {
      state.put(prefix + PARKED, Long.toString(after.parked()));
    }
  }

  private void put(String name, String before, String after) {
    if (!after.equals(before)) {
      state.put(prefix + name, after);
    }
  }
}
