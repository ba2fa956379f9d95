package dev.charmsignals.model;

/**
 * Something with pending writes of its own, so that a savepoint of the hook covers it too.
 *
 * @param <M> what it remembers of a moment; an immutable value
 */
public interface Participant<M> {

  /** Returns what is pending now. */
  M mark();

  /** Forgets everything that became pending after the mark; may be called twice with one mark. */
  void reset(M mark);
}
