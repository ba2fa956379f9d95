package dev.charmsignals.examples.panel;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.examples.peer.Bork;
import dev.charmsignals.examples.peer.PeerSignals;
import dev.charmsignals.examples.peer.Ready;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows in its unit's status what every peer said last. */
public final class PanelCharm extends Charm {

  private static final Logger LOG = LoggerFactory.getLogger(PanelCharm.class);

  private final PeerSignals peers = signals(new PeerSignals(), "channel");
  private final Board board = new Board(state());

  /** Called by {@link CharmMain} for every hook. */
  public PanelCharm(CharmContext context) {
    super(context);
    observe(on().start(), this::onStart);
    observe(peers.ready, this::onReady);
    observe(peers.bork, this::onBork);
    // A leaving unit's last words come before its departure: its signals were bound above.
    observe(on().relation("channel").departed(), this::onDeparted);
    observe(on().relation("channel").broken(), this::onBroken);
  }

  private void onStart(LifecycleEvent.Start event) {
    show();
  }

  private void onReady(SignalEvent<Ready> event) {
    LOG.info("heard {}", event);
    board.ready(event.relation(), event.emitter());
    show();
  }

  private void onBork(SignalEvent<Bork> event) {
    LOG.info("heard {}", event); // names the signal and its emitter, not the reason
    board.bork(event.relation(), event.emitter(), event.signal().reason());
    show();
  }

  private void onDeparted(RelationEvent.Departed event) {
    event.unit().ifPresent(unit -> board.forget(event.relation(), unit));
    show();
  }

  private void onBroken(RelationEvent.Broken event) {
    board.forget(event.relation());
    show();
  }

  /** May be called for every signal of a hook: only the last status is set. */
  private void show() {
    unit().setStatus(board.status());
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(PanelCharm::new);
  }
}
