package dev.charmsignals.model;

import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.name.UnitName;

/** The reboot of the machine that waits for the hook's success. */
final class Reboot implements Participant<Boolean> {

  private final HookSession session;
  private boolean wanted;

  Reboot(HookSession session) {
    this.session = session;
  }

  void afterHook() {
    requirePossible();
    wanted = true;
  }

  void now() {
    requirePossible();
    session.tools().model().rebootNow();
  }

  void commit() {
    if (wanted) {
      session.tools().model().reboot();
    }
  }

  private void requirePossible() {
    UnitName unit = session.environment().unit();
    if (session.environment().isKubernetes()) {
      throw new RefusedDeedException(
          unit,
          "reboot",
          "it runs on Kubernetes, where it has no machine",
          "Restart the workload instead");
    }
    if (session.environment().hook() instanceof ActionHook) {
      throw new RefusedDeedException(
          unit,
          "reboot",
          "an action runs, and Juju reboots for hooks only",
          "Note in charm state that a reboot is due, and ask for it in the next hook");
    }
  }

  @Override
  public Boolean mark() {
    return wanted;
  }

  @Override
  public void reset(Boolean mark) {
    wanted = mark;
  }
}
