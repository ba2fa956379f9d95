package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookTools;
import java.util.Optional;

/** The status of the unit or of the application that waits for the hook's success. */
final class StatusSlot implements Participant<Optional<Status>> {

  private final HookTools tools;
  private final boolean application;
  private Optional<Status> pending = Optional.empty();

  StatusSlot(HookTools tools, boolean application) {
    this.tools = tools;
    this.application = application;
  }

  void set(Status status) {
    if (status instanceof Status.Maintenance) {
      // It speaks of now, so what was to be shown at the end of the hook is out of date.
      pending = Optional.empty();
      tools.statusSet(application, status.word(), status.message());
    } else {
      pending = Optional.of(status);
    }
  }

  void commit() {
    if (pending.isPresent()) {
      Status status = pending.get();
      tools.statusSet(application, status.word(), status.message());
    }
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
