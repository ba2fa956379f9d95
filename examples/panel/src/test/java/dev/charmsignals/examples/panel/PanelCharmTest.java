package dev.charmsignals.examples.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.examples.peer.Bork;
import dev.charmsignals.examples.peer.PeerSignals;
import dev.charmsignals.examples.peer.Ready;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;

class PanelCharmTest {

  private static final CharmUnderTest PANEL =
      CharmUnderTest.inProcess(PanelCharm::new, Path.of("."));
  private static final CharmUnderTest SPEAKER =
      CharmUnderTest.inProcess(Speaker::new, Speaker.METADATA, Speaker.CONFIG);

  @SimulatedJujuTest
  void waitsUntilSomebodySpeaks(SimulatedJuju juju) {
    juju.deploy("panel", PANEL);
    juju.settle();

    assertEquals(
        new WorkloadStatus("waiting", "nobody has said anything yet"),
        juju.unit("panel/0").status());
  }

  @SimulatedJujuTest
  void namesTheFirstUnitThatIsBorkAndCountsTheOthers(SimulatedJuju juju) {
    SimulatedUnit panel = relatedPanel(juju, 3);
    juju.application("speaker").config("says", "no network");
    juju.settle();

    assertEquals(
        new WorkloadStatus("blocked", "speaker/0: no network (and 2 more)"), panel.status());
  }

  @SimulatedJujuTest
  void isActiveWhenAllWhoSpokeAreReady(SimulatedJuju juju) {
    SimulatedUnit panel = relatedPanel(juju, 3);

    assertEquals(new WorkloadStatus("active", "3 units are ready"), panel.status());
  }

  @SimulatedJujuTest
  void forgetsWhatADepartedUnitSaid(SimulatedJuju juju) {
    SimulatedUnit panel = relatedPanel(juju, 2);
    juju.unit("speaker/1").remove();
    juju.settle();

    assertEquals(new WorkloadStatus("active", "1 unit is ready"), panel.status());
  }

  @SimulatedJujuTest
  void forgetsADepartedUnitThatSaidSomethingOnItsWayOut(SimulatedJuju juju) {
    SimulatedUnit panel = relatedPanel(juju, 2);
    panel.hold();
    juju.application("speaker").config("says", "no network");
    juju.settle();
    juju.unit("speaker/1").remove();
    juju.application("speaker").config("says", "ready");
    juju.settle();
    panel.release();
    juju.settle();

    assertEquals(new WorkloadStatus("active", "1 unit is ready"), panel.status());
  }

  @SimulatedJujuTest
  void forgetsEverybodyWhenTheRelationIsGone(SimulatedJuju juju) {
    SimulatedUnit panel = relatedPanel(juju, 2);
    juju.application("speaker").remove();
    juju.settle();

    assertEquals(new WorkloadStatus("waiting", "nobody has said anything yet"), panel.status());
  }

  private static SimulatedUnit relatedPanel(SimulatedJuju juju, int speakers) {
    juju.deploy("panel", PANEL);
    juju.deploy("speaker", SPEAKER).scale(speakers);
    juju.integrate("speaker:channel", "panel:channel");
    juju.settle();
    return juju.unit("panel/0");
  }

  /** A charm for tests: emits what it is configured to say. */
  private static final class Speaker extends Charm {

    static final String METADATA =
        """
        name: speaker
        provides:
          channel: {interface: peer-signals}
        """;
    static final String CONFIG =
        """
        options:
          says: {type: string, default: ready}
        """;

    private final PeerSignals peers = signals(new PeerSignals());

    Speaker(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> speak(config().string("says").orElse("ready")));
    }

    private void speak(String says) {
      if (says.equals("ready")) {
        peers.ready.emit(new Ready());
      } else {
        peers.bork.emit(new Bork(says));
      }
    }
  }
}
