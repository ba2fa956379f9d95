package dev.charmsignals.model;

import dev.charmsignals.hooktools.GoalState;
import dev.charmsignals.hooktools.ReportedStatus;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretTerms;

/** The application that this unit belongs to. */
public final class Application {

  private final HookSession session;
  private final StatusSlot status;

  Application(HookSession session, StatusSlot status) {
    this.session = session;
    this.status = status;
  }

  /** Returns the application's name. */
  public String name() {
    return session.environment().unit().application();
  }

  /**
   * Adds a secret of the application, which its leader looks after; Juju keeps it back until the
   * hook succeeds.
   *
   * @throws NotLeaderException when this unit is not the leader, before Juju is asked
   * @throws dev.charmsignals.secret.SecretContentException when Juju could not keep the content
   */
  public Secret addSecret(SecretContent content) {
    return addSecret(content, SecretTerms.none());
  }

  /**
   * Adds a secret of the application, with a label, a description, an expiry or a rotation.
   *
   * @throws NotLeaderException when this unit is not the leader, before Juju is asked
   * @throws dev.charmsignals.secret.SecretContentException when Juju could not keep the content
   */
  public Secret addSecret(SecretContent content, SecretTerms terms) {
    return session.parts().secrets().add(false, content, terms);
  }

  /** Returns how many units there are to be, those that go not counted; asked at each call. */
  public int plannedUnits() {
    int planned = 0;
    for (GoalState.Goal goal : session.model().goalState().units().values()) {
      planned += goal.isDying() ? 0 : 1;
    }
    return planned;
  }

  /**
   * Sets the application's status; when it is shown is as for {@link Unit#setStatus}.
   *
   * @throws NotLeaderException when this unit is not the leader, before Juju is asked to set it
   */
  public void setStatus(Status status) {
    requireLeader();
    this.status.set(status);
  }

  /**
   * Sets the application's status as {@link #setStatus}, but has maintenance wait for the end, too.
   *
   * @throws NotLeaderException when this unit is not the leader
   */
  public void showAtEnd(Status status) {
    requireLeader();
    this.status.setLast(status);
  }

  private void requireLeader() {
    if (!session.isLeader()) {
      throw new NotLeaderException(session.environment().unit(), "set the application's status");
    }
  }

  /** The same for the application as {@link Unit#routeStatus}; the way past it is the leader's. */
  public StatusRoute routeStatus(StatusRoute through) {
    return status.route(through);
  }

  /**
   * Returns the application's status: what this hook has set, or else what Juju shows.
   *
   * @throws NotLeaderException when this unit is not the leader, before Juju is asked
   */
  public ReportedStatus status() {
    if (!session.isLeader()) {
      throw new NotLeaderException(session.environment().unit(), "read the application's status");
    }
    return status.now();
  }

  /** Shows the version of the workload in {@code juju status}, at once; any unit may. */
  public void setVersion(String version) {
    session.tools().applicationVersionSet(version);
  }
}
