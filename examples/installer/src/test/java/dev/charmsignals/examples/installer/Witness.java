package dev.charmsignals.examples.installer;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.examples.peer.PeerSignals;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.List;

/** A charm for tests: keeps every signal that it hears. */
final class Witness extends Charm {

  static final String METADATA =
      """
      name: witness
      requires:
        channel: {interface: peer-signals}
      """;

  private final PeerSignals peers = signals(new PeerSignals());

  Witness(CharmContext context) {
    super(context);
    observe(peers.ready, event -> keep("ready"));
    observe(peers.bork, event -> keep("bork: " + event.signal().reason()));
  }

  private void keep(String said) {
    state().put("heard", state().get("heard").map(all -> all + "\n").orElse("") + said);
  }

  /** Returns all that a unit of this charm has heard, in order. */
  static List<String> heard(SimulatedUnit unit) {
    return unit.state().getOrDefault("heard", "").lines().toList();
  }
}
