package dev.charmsignals.layeredstatus;

import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.model.Participant;
import dev.charmsignals.model.Status;
import dev.charmsignals.model.StatusRoute;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the layers have said in this hook, and the one status that is made of it. */
final class Queue implements Participant<List<Said>>, StatusRoute, Runnable {

  private final HookSession session;
  private final LayerOrder order;
  private final boolean application;
  private final StatusRoute shown;
  private List<Said> all = List.of();
  private Optional<Status> resolved = Optional.empty();
  private boolean leavesDirect;
  private boolean finalised;

  /** Begins to queue; what is set directly passes through it, too. */
  Queue(HookSession session, LayerOrder order, boolean application) {
    this.session = session;
    this.order = order;
    this.application = application;
    this.shown =
        application ? session.application().routeStatus(this) : session.unit().routeStatus(this);
    session.enlist(this);
    session.beforeCommit(this);
  }

  /** Lets direct statuses pass by; the end of the hook still belongs to the layers. */
  void leaveDirect() {
    leavesDirect = true;
  }

  LayerOrder order() {
    return order;
  }

  void say(String layer, Status status) {
    if (application && !session.isLeader()) {
      throw new NotLeaderException(session.environment().unit(), "set the application's status");
    }
    if (status instanceof Status.Maintenance) {
      showNow(status);
      return;
    }
    all = Said.with(all, new Said(layer, order.rank(layer), status));
    if (finalised) {
      resolve();
    }
  }

  /** Takes what is set directly, as the charm's own. */
  @Override
  public void set(Status status) {
    if (leavesDirect) {
      shown.set(status);
    } else {
      say(order.charm(), status);
    }
  }

  void clear(String layer) {
    all = Said.without(all, layer);
    if (finalised) {
      resolve();
    }
  }

  /** The end of a hook that succeeded: decides, after which a late status decides anew. */
  @Override
  public void run() {
    finalised = true;
    resolve();
  }

  private void resolve() {
    Optional<Said> winner = Said.winner(all);
    if (winner.isEmpty() || resolved.equals(Optional.of(winner.get().status()))) {
      return;
    }
    resolved = Optional.of(winner.get().status());
    log(winner.get().status());
    shown.set(winner.get().status());
  }

  private void showNow(Status status) {
    log(status);
    try {
      shown.set(status);
    } catch (HookToolException e) {
      if (e.getCause() instanceof AccessDeniedException) {
        throw e; // no agent is like that: something is wrong with the machine
      }
      // It tells of progress, which is not worth a failed hook.
      logger().warn("Maintenance could not be shown", e);
    }
  }

  private static void log(Status status) {
    logger().info("status-set: {}: {}", status.word(), status.message());
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(LayeredStatus.class);
  }

  @Override
  public List<Said> mark() {
    return all;
  }

  @Override
  public void reset(List<Said> mark) {
    all = mark;
  }
}
