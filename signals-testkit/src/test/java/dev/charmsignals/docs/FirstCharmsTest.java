package dev.charmsignals.docs;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.io.IOException;

/** The two charms of the front page, in one file because that page shows them together. */
class FirstCharmsTest {

  static final String INSTALLER =
      """
      name: installer
      provides:
        channel: {interface: my-signals}
      """;

  static final String PANEL =
      """
      name: panel
      requires:
        channel: {interface: my-signals}
      """;

  // region test
  @SimulatedJujuTest
  void showsWhatItsPeersSignal(SimulatedJuju juju) {
    juju.deploy("installer", CharmUnderTest.inProcess(Installer::new, INSTALLER));
    juju.deploy("panel", CharmUnderTest.inProcess(Panel::new, PANEL));
    juju.integrate("installer:channel", "panel:channel");

    juju.settle();

    assertEquals(
        new WorkloadStatus("blocked", "installer/0: disk full"), juju.unit("panel/0").status());
  }
  // endregion
}

// region declare
record Ready() implements Signal {}

record Bork(String reason) implements Signal {}

final class MySignals extends ObjectSignals {
  final SignalSource<Ready> ready = source(Ready.class);
  final SignalSource<Bork> bork = source(Bork.class);
}

// endregion

// region emit
final class Installer extends Charm {
  private final MySignals peers = signals(new MySignals(), "channel");

  Installer(CharmContext context) {
    super(context);
    observe(on().install(), this::install);
  }

  private void install(LifecycleEvent.Install event) {
    try {
      Software.install();
      peers.ready.emit(new Ready());
    } catch (IOException failure) {
      peers.bork.emit(new Bork(failure.getMessage()));
    }
  }

  public static void main(String[] arguments) {
    CharmMain.run(Installer::new);
  }
}

// endregion

// region observe
final class Panel extends Charm {
  private final MySignals peers = signals(new MySignals(), "channel");

  Panel(CharmContext context) {
    super(context);
    observe(peers.ready, this::onReady);
    observe(peers.bork, this::onBork);
  }

  private void onReady(SignalEvent<Ready> event) {
    unit().setStatus(active(event.emitter() + " is ready"));
  }

  private void onBork(SignalEvent<Bork> event) {
    unit().setStatus(blocked(event.emitter() + ": " + event.signal().reason()));
  }

  public static void main(String[] arguments) {
    CharmMain.run(Panel::new);
  }
}

// endregion

final class Software {

  private Software() {}

  static void install() throws IOException {
    throw new IOException("disk full");
  }
}
