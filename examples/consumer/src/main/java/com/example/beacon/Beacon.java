package com.example.beacon;

import static dev.charmsignals.model.Status.active;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.LifecycleEvent;

/** Lights up when the next one has, or when its config says where the fire begins. */
final class Beacon extends Charm {
  private final Fires seen = signals(new Fires(), "seen");
  private final Fires seeing = signals(new Fires(), "seeing");

  Beacon(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::begin);
    observe(seen.lit, this::light);
  }

  private void begin(LifecycleEvent.ConfigChanged event) {
    config().string("begin").ifPresent(this::burn);
  }

  private void light(SignalEvent<Lit> event) {
    burn(event.signal().where());
  }

  private void burn(String where) {
    unit().setStatus(active("burns since " + where));
    seeing.lit.emit(new Lit(where));
  }

  public static void main(String[] arguments) {
    CharmMain.run(Beacon::new);
  }
}
