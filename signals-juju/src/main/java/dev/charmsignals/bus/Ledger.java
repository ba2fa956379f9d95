package dev.charmsignals.bus;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that one endpoint remembers, as an immutable value: a savepoint is just the value of
 * that moment.
 *
 * @param links the relations, by number
 * @param retained the outbox
 * @param ended the tombstones
 * @param deferred the signals that observers put off
 * @param parked how many signals have been parked so far
 */
record Ledger(
    SortedMap<Integer, Link> links,
    Retained retained,
    Ended ended,
    Deferred deferred,
    long parked) {

  Ledger {
    links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
  }

  Ledger with(int relation, Link link) {
    SortedMap<Integer, Link> changed = new TreeMap<>(links);
    changed.put(relation, link);
    return new Ledger(changed, retained, ended, deferred, parked);
  }

  Ledger without(int relation) {
    SortedMap<Integer, Link> changed = new TreeMap<>(links);
    changed.remove(relation);
    return new Ledger(changed, retained, ended, deferred, parked);
  }

  Ledger with(Retained retained) {
    return new Ledger(links, retained, ended, deferred, parked);
  }

  Ledger with(Ended ended) {
    return new Ledger(links, retained, ended, deferred, parked);
  }

  Ledger with(Deferred deferred) {
    return new Ledger(links, retained, ended, deferred, parked);
  }

  Ledger oneMoreParked() {
    return new Ledger(links, retained, ended, deferred, parked + 1);
  }
}
