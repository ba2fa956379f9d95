package dev.charmsignals.testkit.world;

import java.util.List;

/** Who leads an application (contract section 5.7). */
final class Elections {

  private Elections() {}

  /** Gives the lease to any unit that may have it, if nobody has and nobody forbade it. */
  static void elect(Model model, Application application) {
    if (application.leader().isPresent() || !application.electing()) {
      return;
    }
    List<Unit> candidates =
        application.units().stream().filter(unit -> unit.life() == Life.ALIVE).toList();
    if (!candidates.isEmpty()) {
      application.lead(candidates.get(model.random().nextInt(candidates.size())).name());
    }
  }

  /** A unit that goes away hands its lease on; no hook tells it so. */
  static void resign(Model model, Unit unit) {
    if (unit.leads()) {
      unit.application().leaderless(true);
    }
    unit.agent().resign();
    elect(model, unit.application());
  }
}
