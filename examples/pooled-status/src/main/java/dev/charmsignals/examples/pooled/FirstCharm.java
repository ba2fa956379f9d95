package dev.charmsignals.examples.pooled;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;

/** The first steps with a pool: one hook finds all well, the next one does not. */
public final class FirstCharm extends Charm {

  // region charm
  private final MyPool pool = new MyPool(context());

  /** Called for every hook. */
  public FirstCharm(CharmContext context) {
    super(context);
    observe(on().install(), this::onInstall);
    observe(on().start(), this::onStart);
  }

  private void onInstall(LifecycleEvent.Install event) {
    pool.relation1.set(active("✅"));
  }

  private void onStart(LifecycleEvent.Start event) {
    pool.relation1.unset(); // unknown again, until it is set again
    pool.relation2.set(waiting("𝌗: foo"));
    pool.workload.warning("found something weird");
    pool.workload.info("attempting to work around...");
    pool.workload.error("whoopsiedaisies!");
    pool.workload.set(blocked("💔"));
  }
  // endregion
}
