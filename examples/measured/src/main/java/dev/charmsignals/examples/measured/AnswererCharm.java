package dev.charmsignals.examples.measured;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;

/** Answers each report. */
public final class AnswererCharm extends Charm {

  private final Reports reports = signals(new Reports(), "channel");

  /** Called by {@link CharmMain} for every hook. */
  public AnswererCharm(CharmContext context) {
    super(context);
    observe(reports.report, this::onReport);
  }

  private void onReport(SignalEvent<Report> event) {
    reports.answer.emit(new Answer(event.signal().number()));
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(AnswererCharm::new);
  }
}
