package com.example;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.model.Status;

/** Publishes the version that its config names. */
public final class Publisher extends Charm {
  private final Releases mirrors = signals(new Releases(), "channel");

  public Publisher(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::publish);
  }

  private void publish(LifecycleEvent.ConfigChanged event) {
    String version = config().string("release").orElse("");
    String last = state().get("last").orElse("");
    if (!version.equals(last)) {
      state().put("last", version);
      mirrors.released.emit(new Released(version));
      unit().setStatus(Status.active("released " + version));
    }
  }

  public static void main(String[] arguments) {
    CharmMain.run(Publisher::new);
  }
}
