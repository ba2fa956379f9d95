package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.hooktools.PortRange;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.UnitFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the page on the rest of the model shows. */
class ModelPageTest {

  private static final String STORE =
      """
      name: store
      provides:
        db: {interface: my-db}
      """;

  private static final String CLIENT =
      """
      name: client
      requires:
        db: {interface: my-db}
      """;

  @SimulatedJujuTest
  void opensPortsAndTellsItsAddress(SimulatedJuju juju) {
    juju.deploy("store", CharmUnderTest.inProcess(Store::new, STORE));
    juju.deploy("client", CharmUnderTest.scripted(CLIENT, hook -> {}));
    juju.integrate("store:db", "client:db");
    juju.settle();
    UnitFacts store = juju.unit("store/0").facts();

    assertEquals(Set.of("443/tcp", "9000-9010/udp"), store.openedPorts());
    assertEquals(Map.of("address", store.address(), "leader", "true"), store.charmState());
  }

  private static final class Store extends Charm {

    Store(CharmContext context) {
      super(context);
      observe(on().start(), this::start);
      observe(on().relation("db").changed(), this::tell);
    }

    private void start(LifecycleEvent.Start event) {
      // region ports
      unit().ports().set(PortRange.tcp(443), PortRange.udp(9000, 9010));
      // endregion
      // region any
      String answer = context().session().tools().run("is-leader", List.of()).text();
      // endregion
      state().put("leader", Boolean.toString(answer.startsWith("True")));
    }

    private void tell(RelationEvent.Changed event) {
      // region network
      String address = event.relation().network().ingressAddress().orElse("");
      // endregion
      state().put("address", address);
    }
  }
}
