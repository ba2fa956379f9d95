package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;

/** Holds back what depends on it unless this unit is the leader. Does nothing by itself. */
public final class LeadershipGate implements Component {

  private final String name;
  private final CharmContext context;

  /** Creates it, for {@link Reconciler#add}. */
  public LeadershipGate(String name, CharmContext context) {
    this.name = name;
    this.context = context;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns active on the leader, and waiting elsewhere. */
  @Override
  public Status status() {
    return context.session().isLeader()
        ? Status.active()
        : Status.waiting("Waiting for leadership");
  }
}
