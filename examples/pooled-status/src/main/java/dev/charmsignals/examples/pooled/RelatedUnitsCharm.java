package dev.charmsignals.examples.pooled;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.waiting;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.event.WorkloadEvent;
import dev.charmsignals.model.StatusLevel;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.statuspool.PoolMember;

/** Tracks the relation with every remote unit in a status of its own. */
public final class RelatedUnitsCharm extends Charm {

  private final RelatedPool pool = new RelatedPool(context());

  /** Called by {@link CharmMain} for every hook. */
  public RelatedUnitsCharm(CharmContext context) {
    super(context);
    observe(on().container("workload").pebbleReady(), this::onWorkloadReady);
    observe(on().relation("foo").joined(), this::onFooJoined);
    observe(on().relation("foo").changed(), this::onFooChanged);
    observe(on().relation("foo").departed(), this::onFooDeparted);
  }

  private void onWorkloadReady(WorkloadEvent.PebbleReady event) {
    pool.workload.set(active());
  }

  // region related
  private void onFooJoined(RelationEvent.Joined event) {
    event.unit().ifPresent(unit -> pool.track(unit.value()));
  }

  private void onFooChanged(RelationEvent.Changed event) {
    for (UnitName unit : event.relation().units()) {
      // Tracked here, too: another unit may be listed before its joined event has come.
      PoolMember member = pool.track(unit.value());
      member.warning("waiting because it was {}", member.standing().word());
      member.set(waiting("this relation is waiting"));
    }
  }

  private void onFooDeparted(RelationEvent.Departed event) {
    event.unit().flatMap(unit -> pool.find(unit.value())).ifPresent(this::forget);
  }

  private void forget(PoolMember member) {
    if (member.standing().level() == StatusLevel.BLOCKED) {
      member.error("departed while its relation was blocked; this means very bad things");
    }
    pool.remove(member);
  }

  // endregion

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(RelatedUnitsCharm::new);
  }
}
