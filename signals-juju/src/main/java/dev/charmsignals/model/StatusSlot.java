package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.hooktools.ReportedStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of the unit or of the application: shown once at the end of the hook, and only if
 * another one is shown.
 *
 * <p>What is shown is asked for when there is something to show, never remembered from hook to
 * hook: the agent sets statuses too, and a status stays when the hook's commit is refused.
 */
final class StatusSlot implements Participant<StatusSlot.Mark> {

  /**
   * Marks in charm state that this unit has set the application's status.
   *
   * <p>Until somebody has, Juju answers with the worst status of the units, which may look like the
   * one that is to be set and would then change with theirs (contract §2.9).
   */
  private static final String SET_ONCE = "charm-signals/.application-status";

  private final HookTools tools;
  private final @Nullable CharmState state;
  private Optional<Status> pending = Optional.empty();
  private Optional<Status> insisted = Optional.empty();
  private Optional<ReportedStatus> shown = Optional.empty();
  private @Nullable StatusRoute route;
  private boolean derived;
  private boolean ending;

  private StatusSlot(HookTools tools, @Nullable CharmState state) {
    this.tools = tools;
    this.state = state;
  }

  static StatusSlot ofUnit(HookTools tools) {
    return new StatusSlot(tools, null);
  }

  static StatusSlot ofApplication(HookTools tools, CharmState state) {
    return new StatusSlot(tools, state);
  }

  /** Sets what somebody asks for, who may be overheard. */
  void set(Status status) {
    if (route == null) {
      setPastRoute(status);
    } else {
      route.set(status);
    }
  }

  /** Hands all that is set from now on to somebody else; returns the way past him. */
  StatusRoute route(StatusRoute through) {
    if (route != null) {
      throw new IllegalStateException("Statuses pass through " + route + " already");
    }
    route = through;
    return this::setPastRoute;
  }

  /** Called at the end of the hook: what is set from now on is its outcome, not its progress. */
  void end() {
    ending = true;
  }

  private void setPastRoute(Status status) {
    if (status instanceof Status.Maintenance && !ending) {
      // It speaks of now, so what was to be shown at the end of the hook is out of date.
      pending = Optional.empty();
      beforeShowing();
      show(status);
    } else {
      pending = Optional.of(status);
    }
  }

  /** Sets what is to be shown at the end, even if it is maintenance. */
  void setLast(Status status) {
    if (route == null || status instanceof Status.Maintenance) {
      pending = Optional.of(status);
    } else {
      route.set(status);
    }
  }

  /** Sets what is shown at the end of the hook unless something more urgent is set. */
  void insist(Status status) {
    insisted = Optional.of(status);
  }

  /** Called before charm state is handed over, to which an application's status may add. */
  void beforeState() {
    if (last().isPresent()) {
      beforeShowing();
    }
  }

  void commit() {
    Optional<Status> last = last();
    if (last.isPresent()) {
      show(last.get());
    }
  }

  /** What is to be shown, or else what is shown. */
  ReportedStatus now() {
    Optional<Status> last = last();
    return last.isPresent() ? reported(last.get()) : current();
  }

  private Optional<Status> last() {
    if (insisted.isEmpty()) {
      return pending;
    }
    boolean outdone =
        pending.isPresent() && pending.get().level().compareTo(insisted.get().level()) >= 0;
    return outdone ? pending : insisted;
  }

  private void beforeShowing() {
    if (state != null && state.get(SET_ONCE).isEmpty()) {
      derived = true;
      state.put(SET_ONCE, "");
    }
  }

  private void show(Status status) {
    ReportedStatus next = reported(status);
    if (derived || !next.equals(current())) {
      tools.statusSet(state != null, next.status(), next.message());
      shown = Optional.of(next);
      derived = false;
    }
  }

  private ReportedStatus current() {
    if (shown.isEmpty()) {
      // Remembered, because after a status-set Juju may still answer the old one (contract §2.9).
      shown = Optional.of(tools.statusGet(state != null));
    }
    return shown.get();
  }

  private static ReportedStatus reported(Status status) {
    return new ReportedStatus(status.word(), StatusText.fit(status.message()));
  }

  @Override
  public Mark mark() {
    return new Mark(pending, insisted);
  }

  @Override
  public void reset(Mark mark) {
    pending = mark.pending;
    insisted = mark.insisted;
  }

  /** What waits for the end of the hook. */
  record Mark(Optional<Status> pending, Optional<Status> insisted) {}
}
