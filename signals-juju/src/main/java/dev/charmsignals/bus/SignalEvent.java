package dev.charmsignals.bus;

import dev.charmsignals.event.DeferException;
import dev.charmsignals.log.Entry;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.signal.Signal;
import java.time.Instant;

/**
 * A remote unit emitted a signal. Delivered once per observer: what the handler writes through Juju
 * and the note that the signal has been delivered are committed together, or neither is.
 *
 * <p>What a handler does outside Juju (files, HTTP) may happen again, when a hook is run again
 * after it failed; {@link #stream} and {@link #sequence} together are the key to recognise that by.
 *
 * @param <T> the class of the signal
 */
public final class SignalEvent<T extends Signal> {

  private final String observer;
  private final T signal;
  private final Origin origin;
  private final Relation relation;
  private final Entry entry;
  private boolean deferred;
  private boolean over;

  SignalEvent(String observer, T signal, Origin origin, Relation relation, Entry entry) {
    this.observer = observer;
    this.signal = signal;
    this.origin = origin;
    this.relation = relation;
    this.entry = entry;
  }

  /** Returns what was emitted. */
  public T signal() {
    return signal;
  }

  /** Returns the unit that emitted it, by the name that this unit's agent has for it. */
  public UnitName emitter() {
    return origin.emitter();
  }

  /** Returns the application of that unit. */
  public String application() {
    return origin.application();
  }

  /** Returns the relation it came over; it may be gone when the signal was deferred. */
  public Relation relation() {
    return relation;
  }

  /** Returns the emitter's stream: 16 hex digits, for one incarnation of a unit on a relation. */
  public String stream() {
    return origin.stream().value();
  }

  /** Returns the signal's number in that stream. */
  public long sequence() {
    return entry.seq();
  }

  /** Returns when it was emitted by the emitter's clock; for people, not for decisions. */
  public Instant emittedAt() {
    return entry.at();
  }

  /** Returns whether the emitter was its application's leader then. */
  public boolean fromLeader() {
    return entry.leader();
  }

  /**
   * Asks for this signal again before a later event. Later signals of the same unit to this
   * observer wait behind it; other observers are not held up.
   *
   * @throws DeferException when the handler has returned: the signal counts as delivered then
   */
  public void defer() {
    if (over) {
      throw DeferException.late(entry.name(), observer);
    }
    deferred = true;
  }

  /** Ends it when the handler has returned; tells whether it is put off. */
  boolean end() {
    over = true;
    return deferred;
  }

  /** Names the signal and where it came from, not what it says. */
  @Override
  public String toString() {
    return entry.name() + " " + entry.seq() + " from " + origin.emitter();
  }
}
