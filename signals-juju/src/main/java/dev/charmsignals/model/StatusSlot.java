package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.hooktools.ReportedStatus;
import java.util.Optional;

/** The status of the unit or of the application that waits for the hook's success. */
final class StatusSlot implements Participant<Optional<Status>> {

  private final HookTools tools;
  private final boolean application;
  private Optional<Status> pending = Optional.empty();
  private Optional<ReportedStatus> shown = Optional.empty();

  StatusSlot(HookTools tools, boolean application) {
    this.tools = tools;
    this.application = application;
  }

  void set(Status status) {
    if (status instanceof Status.Maintenance) {
      // It speaks of now, so what was to be shown at the end of the hook is out of date.
      pending = Optional.empty();
      show(status);
    } else {
      pending = Optional.of(status);
    }
  }

  void commit() {
    if (pending.isPresent()) {
      show(pending.get());
    }
  }

  /** What is to be shown, or else what is shown. */
  ReportedStatus now() {
    if (pending.isPresent()) {
      return new ReportedStatus(pending.get().word(), StatusText.fit(pending.get().message()));
    }
    if (shown.isEmpty()) {
      // Remembered, because after a status-set Juju may still answer the old one (contract §2.9).
      shown = Optional.of(tools.statusGet(application));
    }
    return shown.get();
  }

  private void show(Status status) {
    String message = StatusText.fit(status.message());
    tools.statusSet(application, status.word(), message);
    shown = Optional.of(new ReportedStatus(status.word(), message));
  }

  @Override
  public Optional<Status> mark() {
    return pending;
  }

  @Override
  public void reset(Optional<Status> mark) {
    pending = mark;
  }
}
