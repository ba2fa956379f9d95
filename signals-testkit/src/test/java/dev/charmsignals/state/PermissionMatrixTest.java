package dev.charmsignals.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.DatabagAccessException;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Every cell of the table of databag permissions (contract section 2.20), through the model and in
 * every flavour of Juju: the model allows what Juju allows, and explains the rest itself.
 */
class PermissionMatrixTest {

  private static final String METADATA =
      """
      name: p
      provides:
        channel: {interface: signals}
      peers:
        cluster: {interface: cluster}
      """;

  private static final Map<String, String> LEADER =
      outcomes("ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok");
  private static final Map<String, String> FOLLOWER =
      outcomes("refused", "refused", "ok", "refused", "ok", "ok", "ok", "ok");

  private final Map<String, Map<String, String>> tried = new TreeMap<>();
  private final Map<String, String> inInstall = new TreeMap<>();

  /** What differs between units: the rest is the same for all of them. */
  private static Map<String, String> outcomes(
      String readApplication,
      String writeApplication,
      String readPeerApplication,
      String writePeerApplication,
      String readRemote,
      String readRemoteApplication,
      String readSibling,
      String readPeer) {
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry("own unit, read", "ok"),
            Map.entry("own unit, write", "ok"),
            Map.entry("own application, read", readApplication),
            Map.entry("own application, write", writeApplication),
            Map.entry("sibling unit, read", readSibling),
            Map.entry("sibling unit, write", "refused"),
            Map.entry("remote unit, read", readRemote),
            Map.entry("remote unit, write", "refused"),
            Map.entry("remote application, read", readRemoteApplication),
            Map.entry("remote application, write", "refused"),
            Map.entry("peers: own unit, read", "ok"),
            Map.entry("peers: own unit, write", "ok"),
            Map.entry("peers: application, read", readPeerApplication),
            Map.entry("peers: application, write", writePeerApplication),
            Map.entry("peers: application as the remote one, read", readPeerApplication),
            Map.entry("peers: application as the remote one, write", "refused"),
            Map.entry("peers: sibling unit, read", readPeer),
            Map.entry("peers: sibling unit, write", "refused"),
            Map.entry("unit outside the relation, read", "failed")));
  }

  /** Tries everything in update-status. */
  private final class Trying extends Charm {

    Trying(CharmContext context) {
      super(context);
      observe(
          on().updateStatus(),
          event -> {
            Map<String, String> outcomes = new TreeMap<>();
            tried.put(unit().name().value(), outcomes);
            channel(outcomes, relations("channel").get(0));
            peers(outcomes, relations("cluster").get(0));
          });
      observe(
          on().install(),
          event -> {
            Relation peers = context.session().relation(new RelationId("cluster", 0));
            inInstall.put("known relations", relations("cluster").toString());
            inInstall.put("own unit", outcome(() -> peers.ownUnitBag().get("k")));
            inInstall.put("own unit, write", outcome(() -> peers.ownUnitBag().put("k", "v")));
            inInstall.put("application", outcome(() -> peers.applicationBag()));
            inInstall.put("sibling", outcome(() -> peers.unitBag(new UnitName("p/7"))));
          });
    }

    private void channel(Map<String, String> outcomes, Relation relation) {
      UnitName sibling = new UnitName(unit().name().value().equals("p/0") ? "p/1" : "p/0");
      UnitName remote = new UnitName("r/0");
      put(outcomes, "own unit, read", () -> relation.ownUnitBag().get("k"));
      put(outcomes, "own unit, write", () -> relation.ownUnitBag().put("k", "v"));
      put(outcomes, "own application, read", () -> relation.ownApplicationBag().get("k"));
      put(outcomes, "own application, write", () -> relation.ownApplicationBag().put("k", "v"));
      put(outcomes, "sibling unit, read", () -> relation.unitBag(sibling).get("k"));
      put(outcomes, "sibling unit, write", () -> relation.unitBag(sibling).put("k", "v"));
      put(outcomes, "remote unit, read", () -> relation.unitBag(remote).get("k"));
      put(outcomes, "remote unit, write", () -> relation.unitBag(remote).put("k", "v"));
      put(outcomes, "remote application, read", () -> relation.applicationBag().get("k"));
      put(outcomes, "remote application, write", () -> relation.applicationBag().put("k", "v"));
      put(
          outcomes,
          "unit outside the relation, read",
          () -> relation.unitBag(new UnitName("other/0")).get("k"));
    }

    private void peers(Map<String, String> outcomes, Relation peers) {
      UnitName sibling = peers.units().get(0);
      put(outcomes, "peers: own unit, read", () -> peers.ownUnitBag().get("k"));
      put(outcomes, "peers: own unit, write", () -> peers.ownUnitBag().put("k", "v"));
      put(outcomes, "peers: application, read", () -> peers.ownApplicationBag().get("k"));
      put(outcomes, "peers: application, write", () -> peers.ownApplicationBag().put("k", "v"));
      put(
          outcomes,
          "peers: application as the remote one, read",
          () -> peers.applicationBag().get("k"));
      put(
          outcomes,
          "peers: application as the remote one, write",
          () -> peers.applicationBag().put("k", "v"));
      put(outcomes, "peers: sibling unit, read", () -> peers.unitBag(sibling).get("k"));
      put(outcomes, "peers: sibling unit, write", () -> peers.unitBag(sibling).put("k", "v"));
    }
  }

  private static void put(Map<String, String> outcomes, String cell, Supplier<?> trial) {
    outcomes.put(cell, outcome(trial));
  }

  private static String outcome(Supplier<?> trial) {
    try {
      trial.get();
      return "ok";
    } catch (DatabagAccessException e) {
      return "refused";
    } catch (RuntimeException e) {
      return "failed";
    }
  }

  private void tryEverything(SimulatedJuju juju) {
    juju.deploy("p", CharmUnderTest.inProcess(Trying::new, METADATA)).scale(2).leader("p/0");
    juju.deploy(
        "r",
        CharmUnderTest.scripted("name: r\nrequires:\n  channel: {interface: signals}", hook -> {}));
    juju.deploy("other", CharmUnderTest.scripted("name: other", hook -> {}));
    juju.integrate("p:channel", "r:channel");
    juju.settle();

    juju.unit("p/0").updateStatus().run("update-status");
    juju.settle();
    juju.unit("p/1").updateStatus().run("update-status");
  }

  @SimulatedJujuTest
  void isAsJuju4DocumentsIt(SimulatedJuju juju) {
    tryEverything(juju);

    assertEquals(Map.of("p/0", LEADER, "p/1", FOLLOWER), tried);
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void isTheSameInJuju3(SimulatedJuju juju) {
    tryEverything(juju);

    assertEquals(Map.of("p/0", LEADER, "p/1", FOLLOWER), tried);
  }

  @SimulatedJujuTest
  void allowsNothingInInstall(SimulatedJuju juju) {
    juju.deploy("p", CharmUnderTest.inProcess(Trying::new, METADATA));

    juju.unit("p/0").run("install");

    assertEquals(
        new TreeMap<>(
            Map.of(
                "known relations",
                "[]",
                "own unit",
                "refused",
                "own unit, write",
                "refused",
                "application",
                "refused",
                "sibling",
                "refused")),
        inInstall);
  }
}
