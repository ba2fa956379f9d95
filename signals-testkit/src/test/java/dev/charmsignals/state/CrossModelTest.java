package dev.charmsignals.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.Map;
import java.util.TreeMap;

/** What a charm learns of its model and of the one at the other side. */
class CrossModelTest {

  private final Map<String, Object> learnt = new TreeMap<>();

  private final class Curious extends Charm {

    Curious(CharmContext context) {
      super(context);
      observe(
          on().relation("channel").created(),
          event -> {
            String unit = unit().name().value();
            learnt.put(unit + " in another model", event.relation().isCrossModel());
            learnt.put(unit + " on Kubernetes", model().isKubernetes());
            learnt.put(unit + " Juju", model().jujuVersion().orElseThrow().toString());
          });
    }
  }

  private void related(SimulatedJuju juju, boolean acrossModels) {
    juju.deploy(
        "p",
        CharmUnderTest.inProcess(
            Curious::new, "name: p\nprovides:\n  channel: {interface: signals}"));
    juju.deployOnKubernetes(
        "r",
        CharmUnderTest.inProcess(
            Curious::new, "name: r\nrequires:\n  channel: {interface: signals}"));
    if (acrossModels) {
      juju.integrateAcrossModels("p:channel", "r:channel");
    } else {
      juju.integrate("p:channel", "r:channel");
    }
    juju.settle();
  }

  @SimulatedJujuTest
  void knowsThatTheOtherSideIsNear(SimulatedJuju juju) {
    related(juju, false);

    assertEquals(learnt("4.0.15", false, false), learnt);
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void knowsThatTheOtherSideIsInAnotherModel(SimulatedJuju juju) {
    related(juju, true);

    assertEquals(learnt("3.6.28", true, true), learnt);
  }

  private static Map<String, Object> learnt(String version, boolean ofP, boolean ofR) {
    return new TreeMap<>(
        Map.of(
            "p/0 in another model",
            ofP,
            "p/0 on Kubernetes",
            false,
            "p/0 Juju",
            version,
            "r/0 in another model",
            ofR,
            "r/0 on Kubernetes",
            true,
            "r/0 Juju",
            version));
  }
}
