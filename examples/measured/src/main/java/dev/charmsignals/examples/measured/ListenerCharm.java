package dev.charmsignals.examples.measured;

import static dev.charmsignals.model.Status.active;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.LifecycleEvent;

/** Keeps the newest report, and shows it when its status is due. */
public final class ListenerCharm extends Charm {

  private final Reports reports = signals(new Reports(), "channel");

  /** Called by {@link CharmMain} for every hook. */
  public ListenerCharm(CharmContext context) {
    super(context);
    observe(reports.report, this::onReport);
    observe(on().updateStatus(), this::onUpdateStatus);
  }

  private void onReport(SignalEvent<Report> event) {
    state().put("newest", event.signal().text());
  }

  private void onUpdateStatus(LifecycleEvent.UpdateStatus event) {
    unit().setStatus(active(state().get("newest").orElse("")));
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(ListenerCharm::new);
  }
}
