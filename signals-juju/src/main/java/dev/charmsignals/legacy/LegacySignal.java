package dev.charmsignals.legacy;

import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Delivery;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.Optional;

/**
 * A signal that the other side of a {@link LegacyEndpoint} emitted.
 *
 * @param relation the relation that it came over; it may be gone when the signal was deferred
 * @param emitter the unit that emitted it; empty when that unit led its application then, because a
 *     leader writes into the application's bag, which does not say who wrote
 * @param name the signal's name
 * @param text what it says
 * @param delivery what binds it to the hook that runs
 */
public record LegacySignal(
    Relation relation, Optional<UnitName> emitter, String name, String text, Delivery delivery)
    implements DeferrableEvent {

  /** Names the signal, and does not tell what it says. */
  @Override
  public String toString() {
    return "LegacySignal[" + name + "]";
  }

  /**
   * What charm state keeps of a signal while it is deferred.
   *
   * @param unit the emitter's name; empty as above
   * @param number its number among the signals of its bag, so that an equal one is another
   */
  record Kept(
      int relation,
      String application,
      Optional<String> unit,
      String name,
      String text,
      long number)
      implements OwnEvent {

    Kept {
      if (relation < 0 || unit.isPresent() && !UnitName.isWellFormed(unit.get())) {
        throw new IllegalArgumentException("no signal of a relation"); // in edited charm state
      }
    }
  }

  static LegacySignal of(Emitted<Kept> emitted, HookSession session, String endpoint) {
    Kept kept = emitted.event();
    return new LegacySignal(
        session.findRelation(endpoint, kept.relation(), kept.application()),
        kept.unit().isPresent() ? Optional.of(new UnitName(kept.unit().get())) : Optional.empty(),
        kept.name(),
        kept.text(),
        emitted.delivery());
  }
}
