package dev.charmsignals.examples.installer;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.examples.peer.Bork;
import dev.charmsignals.examples.peer.PeerSignals;
import dev.charmsignals.examples.peer.Ready;

/** Installs something, and tells its peers when that begins to work or stops working. */
public final class InstallerCharm extends Charm {

  /** The key in charm state under which the outcome of the last attempt is kept. */
  private static final String OUTCOME = "outcome";

  private final PeerSignals peers = signals(new PeerSignals(), "channel");

  /** Called by {@link CharmMain} for every hook. */
  public InstallerCharm(CharmContext context) {
    super(context);
    observe(on().install(), this::install);
    observe(on().configChanged(), this::install);
  }

  private void install(HookEvent event) {
    try {
      Software.install(config());
      unit().setStatus(active());
      if (isNews("ready")) {
        peers.ready.emit(new Ready());
      }
    } catch (InstallationException failure) {
      unit().setStatus(blocked(failure.reason()));
      if (isNews("bork: " + failure.reason())) {
        peers.bork.emit(new Bork(failure.reason()));
      }
    }
  }

  /** A signal says that something happened, so an outcome that stays the same emits none. */
  private boolean isNews(String outcome) {
    boolean same = state().get(OUTCOME).filter(outcome::equals).isPresent();
    state().put(OUTCOME, outcome);
    return !same;
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(InstallerCharm::new);
  }
}
