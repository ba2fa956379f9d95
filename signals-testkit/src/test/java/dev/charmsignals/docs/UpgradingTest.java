package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.Optional;

/** The code of docs/how-to/upgrade-a-charm.md. */
class UpgradingTest {

  private static final String STORE =
      """
      name: store
      provides:
        channel: {interface: store}
      config:
        options:
          host: {type: string, default: ""}
      """;

  private static final String CLIENT =
      """
      name: client
      requires:
        channel: {interface: store}
      """;

  // region first
  record Moved(String host) implements Signal {}

  static final class StoreSignals extends ObjectSignals {
    final SignalSource<Moved> moved = source(Moved.class);
  }

  // endregion

  // region next
  record Relocated(String host, Optional<String> zone) implements Signal {}

  record Drained(String host) implements Signal {}

  static final class NextStoreSignals extends ObjectSignals {
    final SignalSource<Relocated> relocated = source("moved", Relocated.class);
    final SignalSource<Drained> drained = source(Drained.class);
  }

  // endregion

  static final class Store extends Charm {

    private final StoreSignals clients = signals(new StoreSignals(), "channel");

    Store(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> move());
    }

    private void move() {
      String host = config().string("host").orElse("");
      if (!host.isEmpty() && !state().get("host").orElse("").equals(host)) {
        clients.moved.emit(new Moved(host));
        state().put("host", host);
      }
    }
  }

  static final class NextStore extends Charm {

    private final NextStoreSignals clients = signals(new NextStoreSignals(), "channel");

    NextStore(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> move());
    }

    private void move() {
      String host = config().string("host").orElse("");
      String before = state().get("host").orElse("");
      if (!host.isEmpty() && !before.equals(host)) {
        clients.drained.emit(new Drained(before));
        clients.relocated.emit(new Relocated(host, Optional.of("zone-1")));
        state().put("host", host);
      }
    }
  }

  static final class Client extends Charm {

    private final StoreSignals store = signals(new StoreSignals(), "channel");

    Client(CharmContext context) {
      super(context);
      observe(store.moved, event -> note(event.signal().host()));
      observeParked(
          store,
          parked ->
              unit()
                  .setStatus(Status.blocked("parked " + parked.total() + ": upgrade this charm")));
    }

    private void note(String what) {
      state().put("heard", state().get("heard").orElse("") + what + " ");
    }
  }

  static final class NextClient extends Charm {

    private final NextStoreSignals store = signals(new NextStoreSignals(), "channel");

    NextClient(CharmContext context) {
      super(context);
      observe(
          store.relocated,
          event ->
              note(event.signal().host() + event.signal().zone().map(" in "::concat).orElse("")));
      observe(store.drained, event -> note("not " + event.signal().host()));
      observe(on().upgradeCharm(), event -> unit().setStatus(Status.active()));
    }

    private void note(String what) {
      state().put("heard", state().get("heard").orElse("") + what + " ");
    }
  }

  private static void deployBoth(SimulatedJuju juju) {
    juju.deploy("store", CharmUnderTest.inProcess(Store::new, STORE));
    juju.deploy("client", CharmUnderTest.inProcess(Client::new, CLIENT));
    juju.integrate("store:channel", "client:channel");
    juju.settle();
  }

  // region test
  @SimulatedJujuTest(seeds = 10)
  void losesNothingWhenTheClientIsUpgradedBeforeTheStore(SimulatedJuju juju) {
    deployBoth(juju);
    juju.unit("client/0").hold();
    juju.application("store").config("host", "10.0.0.7");
    juju.settle(); // the client is busy, and has not heard of it yet

    juju.application("client").refresh(CharmUnderTest.inProcess(NextClient::new, CLIENT));
    juju.unit("client/0").crashAfterCommit("upgrade-charm").release();
    juju.settle();
    juju.application("store").refresh(CharmUnderTest.inProcess(NextStore::new, STORE));
    juju.application("store").config("host", "10.0.0.8");
    juju.settle();

    assertEquals(
        "10.0.0.7 not 10.0.0.7 10.0.0.8 in zone-1 ", juju.unit("client/0").state().get("heard"));
  }

  // endregion

  @SimulatedJujuTest
  void parksWhatAClientDoesNotKnowThatIsUpgradedTooLate(SimulatedJuju juju) {
    deployBoth(juju);
    juju.application("store").refresh(CharmUnderTest.inProcess(NextStore::new, STORE));
    juju.application("store").config("host", "10.0.0.8");
    juju.settle();

    assertEquals("10.0.0.8 ", juju.unit("client/0").state().get("heard"));
    assertEquals("parked 1: upgrade this charm", juju.unit("client/0").status().message());
  }
}
