package dev.charmsignals.model;

import java.util.ArrayList;
import java.util.List;

/** A moment within a hook, to which all pending writes can be put back. */
public final class Savepoint {

  private final List<Marked<?>> marked;

  private Savepoint(List<Marked<?>> marked) {
    this.marked = marked;
  }

  static Savepoint of(List<Marked<?>> pristine) {
    List<Marked<?>> now = new ArrayList<>(pristine.size());
    for (Marked<?> participant : pristine) {
      now.add(participant.again());
    }
    return new Savepoint(now);
  }

  /** Puts back every participant; those that enlisted later are put back to their beginning. */
  void restore(List<Marked<?>> pristine) {
    for (int i = 0; i < pristine.size(); i++) {
      (i < marked.size() ? marked.get(i) : pristine.get(i)).reset();
    }
  }

  /** A participant and what it remembered of one moment. */
  record Marked<M>(Participant<M> participant, M mark) {

    static <M> Marked<M> of(Participant<M> participant) {
      return new Marked<>(participant, participant.mark());
    }

    Marked<M> again() {
      return of(participant);
    }

    void reset() {
      participant.reset(mark);
    }
  }
}
