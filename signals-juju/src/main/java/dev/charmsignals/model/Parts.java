package dev.charmsignals.model;

import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.hook.JujuFeature;
import org.jspecify.annotations.Nullable;

/** What few hooks use of the model, each made when a hook first asks for it. */
final class Parts {

  private final HookSession session;
  private @Nullable Secrets secrets;
  private @Nullable Storages storages;
  private @Nullable Resources resources;
  private @Nullable Ports ports;
  private @Nullable Action action;
  private @Nullable Reboot reboot;

  Parts(HookSession session) {
    this.session = session;
  }

  Secrets secrets() {
    Secrets known = secrets;
    if (known == null) {
      session.model().require(JujuFeature.SECRETS);
      known = new Secrets(session);
      secrets = known;
    }
    return known;
  }

  Resources resources() {
    Resources known = resources;
    if (known == null) {
      known = new Resources(session);
      resources = known;
    }
    return known;
  }

  Storages storages() {
    Storages known = storages;
    if (known == null) {
      known = new Storages(session);
      session.enlist(known);
      storages = known;
    }
    return known;
  }

  Ports ports() {
    Ports known = ports;
    if (known == null) {
      known = new Ports(session);
      session.enlist(known);
      ports = known;
    }
    return known;
  }

  Action action() {
    Action known = action;
    if (known == null) {
      if (!(session.environment().hook() instanceof ActionHook)) {
        throw new RefusedDeedException(
            session.environment().unit(),
            "use an action",
            "none is running, but %s".formatted(session.environment().hook().hookName()),
            "Observe on().action(...) and take the action of its event");
      }
      known = new Action(session);
      session.enlist(known);
      action = known;
    }
    return known;
  }

  Reboot reboot() {
    Reboot known = reboot;
    if (known == null) {
      known = new Reboot(session);
      session.enlist(known);
      reboot = known;
    }
    return known;
  }

  /** Hands over what is pending; the reboot last, after everything that could still fail. */
  void commit() {
    if (storages != null) {
      storages.commit();
    }
    if (ports != null) {
      ports.commit();
    }
    if (action != null) {
      action.commit();
    }
    if (reboot != null) {
      reboot.commit();
    }
  }
}
