package dev.charmsignals.bus;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Participant;
import org.jspecify.annotations.Nullable;

/** The ledger of an endpoint during one hook: read when first needed, put back by a rollback. */
final class OpenLedger implements Participant<OpenLedger.Mark> {

  private final LedgerStore store;
  private @Nullable Ledger stored;
  private @Nullable Ledger now;

  /** What the ledger was at a savepoint; null while it has not been needed. */
  record Mark(@Nullable Ledger ledger) {}

  OpenLedger(HookSession session, String endpoint) {
    store = new LedgerStore(session.state(), endpoint);
    session.enlist(this);
  }

  Ledger get() {
    Ledger known = now;
    if (known == null) {
      Ledger read = stored;
      if (read == null) {
        read = store.load();
        stored = read;
      }
      known = read;
      now = known;
    }
    return known;
  }

  void set(Ledger ledger) {
    get();
    now = ledger;
  }

  /** Whether signals may wait that an observer put off. */
  boolean mayHoldDeferred() {
    Ledger known = now == null ? stored : now;
    return known == null ? store.mayHoldDeferred() : !known.deferred().items().isEmpty();
  }

  boolean isOpen() {
    return now != null;
  }

  /** Hands what has changed to charm state. */
  void save() {
    Ledger before = stored;
    Ledger after = now;
    if (before != null && after != null) {
      store.save(before, after);
    }
  }

  @Override
  public Mark mark() {
    return new Mark(now);
  }

  @Override
  public void reset(Mark mark) {
    now = mark.ledger();
  }
}
