package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.legacy.LegacyEndpoint;
import dev.charmsignals.legacy.LegacySignal;
import dev.charmsignals.model.Status;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.List;
import java.util.Map;

/** The code of docs/how-to/old-peers.md. */
class OldPeersTest {

  // region metadata
  private static final String METADATA =
      """
      name: pong
      provides:
        signals: {interface: signals}
      """;

  // endregion

  // region charm
  static final class Pong extends Charm {

    private final LegacyEndpoint old = new LegacyEndpoint(context(), "signals");

    Pong(CharmContext context) {
      super(context);
      observe(old.on().received(), this::onReceived);
    }

    private void onReceived(LegacySignal signal) {
      switch (signal.name()) {
        case "ping" -> old.emitTo(signal.relation(), "pong", signal.text());
        default -> unit().setStatus(Status.active("heard of " + signal.name()));
      }
    }
  }

  // endregion

  @SimulatedJujuTest
  void answersACharmThatUsesTheOldLibrary(SimulatedJuju juju) {
    juju.deploy("pong", CharmUnderTest.inProcess(Pong::new, METADATA));
    juju.deploy(
        "ping",
        CharmUnderTest.scripted(
            "name: ping\nrequires: {signals: {interface: signals}}", hook -> {}));
    SimulatedRelation relation = juju.integrate("pong:signals", "ping:signals");
    juju.settle();
    relation.tamper("ping", Map.of("ping", "ming!"));
    juju.settle();
    String answer = relation.bag("pong").get("pong");
    relation.tamper("ping", Map.of("ping", "ming!※", "clang", "x"));
    juju.settle();

    assertEquals(List.of("ming!", "ming!※"), List.of(answer, relation.bag("pong").get("pong")));
    assertEquals(new WorkloadStatus("active", "heard of clang"), juju.unit("pong/0").status());
  }
}
