package dev.charmsignals.examples.benchmarks.dispatch;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.examples.measured.Report;
import dev.charmsignals.examples.measured.Reports;
import dev.charmsignals.testkit.CharmUnderTest;
import java.util.function.LongSupplier;

/** Emits one report in every update-status. */
final class Reporter extends Charm {

  private static final String METADATA =
      """
      name: reporter
      provides:
        channel: {interface: reports}
      """;

  private final Reports reports = signals(new Reports(), "channel");
  private final LongSupplier number;

  private Reporter(CharmContext context, LongSupplier number) {
    super(context);
    this.number = number;
    observe(on().updateStatus(), this::onUpdateStatus);
  }

  /** Returns the charm, which asks for the number of the report that is due. */
  static CharmUnderTest charm(LongSupplier number) {
    return CharmUnderTest.inProcess(context -> new Reporter(context, number), METADATA);
  }

  static String text(long number) {
    return "no space left on /srv/data, report " + number;
  }

  private void onUpdateStatus(LifecycleEvent.UpdateStatus event) {
    reports.report.emit(new Report(number.getAsLong(), text(number.getAsLong())));
  }
}
