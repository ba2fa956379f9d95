package dev.charmsignals.event;

import dev.charmsignals.logging.HookLog;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who say what the unit's and the application's status is, asked at the end of every hook.
 *
 * <p>Filled while the charm is constructed. Without observers it asks nobody anything.
 */
public final class StatusCollection {

  private final HookSession session;
  private final Observers observers;
  private final List<Handler<? super CollectStatusEvent>> ofUnit = new ArrayList<>();
  private final List<Handler<? super CollectStatusEvent>> ofApplication = new ArrayList<>();

  /** Creates the empty collection of a hook. */
  public StatusCollection(HookSession session, Observers observers) {
    this.session = session;
    this.observers = observers;
  }

  /**
   * Registers a handler; several are called in the order of registration.
   *
   * @throws LateObserverException when the charm is constructed already
   */
  public void observe(StatusSource source, Handler<? super CollectStatusEvent> handler) {
    observers.requireOpen("collect-status");
    (source == StatusSource.UNIT ? ofUnit : ofApplication).add(handler);
  }

  /**
   * Asks for the statuses, the application's first if this unit is the leader. Called by whoever
   * runs the hook, when every handler has succeeded.
   *
   * @throws Exception what a handler threw; the hook then fails
   */
  public void collect() throws Exception {
    if (!ofApplication.isEmpty() && session.isLeader()) {
      Optional<Status> status = ask(StatusSource.APPLICATION, ofApplication);
      if (status.isPresent()) {
        session.application().showAtEnd(status.get());
      }
    }
    if (!ofUnit.isEmpty()) {
      Optional<Status> status = ask(StatusSource.UNIT, ofUnit);
      if (status.isPresent()) {
        session.unit().showAtEnd(status.get());
      }
    }
  }

  private static Optional<Status> ask(
      StatusSource source, List<Handler<? super CollectStatusEvent>> handlers) throws Exception {
    CollectStatusEvent event = new CollectStatusEvent(source);
    for (Handler<? super CollectStatusEvent> handler : handlers) {
      handler.handle(event);
    }
    for (Status candidate : event.candidates()) {
      // Asked first, because looking up a first logger costs a hook milliseconds.
      if (!(candidate instanceof Status.Active) && HookLog.isDebugging()) {
        log(source, candidate);
      }
    }
    return event.mostUrgent();
  }

  private static void log(StatusSource source, Status candidate) {
    Logger log = LoggerFactory.getLogger(StatusCollection.class);
    log.debug(
        "Candidate for the status of the {}: {} {}",
        source == StatusSource.UNIT ? "unit" : "application",
        candidate.word(),
        candidate.message());
  }
}
