package dev.charmsignals.model;

import dev.charmsignals.hooktools.ReportedStatus;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretTerms;

/** This unit. */
public final class Unit {

  private final HookSession session;
  private final StatusSlot status;

  Unit(HookSession session, StatusSlot status) {
    this.session = session;
    this.status = status;
  }

  /** Returns the unit's name. */
  public UnitName name() {
    return session.environment().unit();
  }

  /** Returns whether this unit leads its application; asked once and remembered for the hook. */
  public boolean isLeader() {
    return session.isLeader();
  }

  /** Returns the ports that this unit lets others reach. */
  public Ports ports() {
    return session.parts().ports();
  }

  /**
   * Adds a secret of this unit, which it alone owns; Juju keeps it back until the hook succeeds.
   *
   * @throws dev.charmsignals.secret.SecretContentException when Juju could not keep the content
   */
  public Secret addSecret(SecretContent content) {
    return addSecret(content, SecretTerms.none());
  }

  /** Adds a secret of this unit, with a label, a description, an expiry or a rotation. */
  public Secret addSecret(SecretContent content, SecretTerms terms) {
    return session.parts().secrets().add(true, content, terms);
  }

  /** Returns the address or host name by which others in the model reach this unit. */
  public String privateAddress() {
    return session.tools().network().privateAddress();
  }

  /** Returns the address or host name by which the world reaches this unit, if it does. */
  public String publicAddress() {
    return session.tools().network().publicAddress();
  }

  /**
   * Has the machine rebooted after this hook, if it succeeds.
   *
   * @throws RefusedDeedException on Kubernetes, and in an action
   */
  public void reboot() {
    session.parts().reboot().afterHook();
  }

  /**
   * Has the machine rebooted at once: Juju kills this hook, of which nothing is committed, and runs
   * it again afterwards. Does not return.
   *
   * @throws RefusedDeedException on Kubernetes, and in an action
   */
  public void rebootNow() {
    session.parts().reboot().now();
  }

  /**
   * Sets the unit's status.
   *
   * <p>Nothing is shown that is shown already. Maintenance is shown at once, unless it is set when
   * all handlers have succeeded. The last of any other status is shown when the hook succeeds, so
   * that a hook that fails and is run again shows nothing it did not achieve. Its message may quote
   * a remote unit: it is shown on one line, without control characters, and cut at 4096.
   */
  public void setStatus(Status status) {
    this.status.set(status);
  }

  /** Sets the unit's status as {@link #setStatus}, but has maintenance wait for the end, too. */
  public void showAtEnd(Status status) {
    this.status.setLast(status);
  }

  /**
   * Hands every status that is set from now on in this hook to somebody else, who decides what
   * becomes of it; for parts of a charm that arbitrate between others, such as layers.
   *
   * @return the way past it, to what {@link #setStatus} does otherwise
   * @throws IllegalStateException when somebody has them already
   */
  public StatusRoute routeStatus(StatusRoute through) {
    return status.route(through);
  }

  /** Returns the unit's status: what this hook has set, or else what Juju shows. */
  public ReportedStatus status() {
    return status.now();
  }
}
