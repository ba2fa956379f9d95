package dev.charmsignals.examples.pooled;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;
import java.util.function.Function;

/** Finds two of its duties blocked, and shows the one that its pool says is more important. */
public final class PrioritiesCharm extends Charm {

  private final StatusPool pool;

  /** Called for every hook, with what makes the pool. */
  PrioritiesCharm(CharmContext context, Function<CharmContext, StatusPool> maker) {
    super(context);
    pool = maker.apply(context);
    observe(on().start(), event -> look());
  }

  private void look() {
    for (PoolMember member : pool.members()) {
      member.set(active());
    }
    pool.set("relation_3", blocked("no answer"));
    pool.set("workload", blocked("no disk"));
  }
}
