package dev.charmsignals.examples.measured;

import static dev.charmsignals.model.Status.active;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.LifecycleEvent;

/** Observes install and nothing else. */
public final class IdleCharm extends Charm {

  /** Called by {@link CharmMain} for every hook. */
  public IdleCharm(CharmContext context) {
    super(context);
    observe(on().install(), this::onInstall);
  }

  private void onInstall(LifecycleEvent.Install event) {
    unit().setStatus(active());
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(IdleCharm::new);
  }
}
