package com.example;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.model.Status;

/** Keeps a list of everything that was released. */
public final class Mirror extends Charm {
  private final Releases publishers = signals(new Releases(), "channel");

  public Mirror(CharmContext context) {
    super(context);
    observe(publishers.released, this::mirror);
  }

  private void mirror(SignalEvent<Released> event) {
    String before = state().get("mirrored").orElse("");
    String mirrored = (before + " " + event.signal().version()).strip();
    state().put("mirrored", mirrored);
    unit().setStatus(Status.active("mirrors " + mirrored));
  }

  public static void main(String[] arguments) {
    CharmMain.run(Mirror::new);
  }
}
