package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.testkit.CharmUnderTest;

/** Emits some signals in every update-status. */
final class Talker extends Charm {

  private static final String METADATA =
      """
      name: talker
      provides:
        channel: {interface: remarks}
      """;

  private final Remarks remarks;
  private final Agenda agenda;

  /** What the next update-status is to emit, set from outside. */
  static final class Agenda {
    int signals;
    private long said;
  }

  private Talker(CharmContext context, Agenda agenda, int window) {
    super(context);
    remarks = signals(new Remarks(window), "channel");
    this.agenda = agenda;
    observe(on().updateStatus(), this::talk);
  }

  static CharmUnderTest charm(Agenda agenda, int window) {
    return CharmUnderTest.inProcess(context -> new Talker(context, agenda, window), METADATA);
  }

  private void talk(LifecycleEvent.UpdateStatus event) {
    for (int i = 0; i < agenda.signals; i++) {
      remarks.remark.emit(new Remark("no space left on /srv/data", agenda.said++));
    }
  }
}
