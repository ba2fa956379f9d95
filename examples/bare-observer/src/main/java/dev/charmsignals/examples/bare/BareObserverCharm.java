package dev.charmsignals.examples.bare;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.examples.peer.Bork;
import dev.charmsignals.examples.peer.PeerSignals;

/** Keeps the reason of the last bork in charm state. */
public final class BareObserverCharm extends Charm {

  private final PeerSignals peers = signals(new PeerSignals(), "channel");

  /** Called by {@link CharmMain} for every hook. */
  public BareObserverCharm(CharmContext context) {
    super(context);
    observe(peers.bork, this::onBork);
  }

  private void onBork(SignalEvent<Bork> event) {
    state().put("last-bork", event.signal().reason());
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(BareObserverCharm::new);
  }
}
