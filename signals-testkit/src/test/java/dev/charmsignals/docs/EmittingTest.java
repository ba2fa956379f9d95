package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.log.WhenFull;
import dev.charmsignals.log.Window;
import dev.charmsignals.log.WindowFullException;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.signal.Emission;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages on emitting and on testing show, and that it does what they say. */
class EmittingTest {

  private static final CharmUnderTest STORE =
      CharmUnderTest.inProcess(
          Store::new,
          """
          name: store
          provides:
            channel: {interface: store}
          config:
            options:
              emit: {type: string, default: ""}
          """);

  private static final CharmUnderTest CLIENT =
      CharmUnderTest.inProcess(
          Client::new,
          """
          name: client
          requires:
            channel: {interface: store}
          """);

  @SimulatedJujuTest(seeds = 3)
  void sendsToAllToOneAndToThoseWhoComeLater(SimulatedJuju juju) {
    juju.deploy("store", STORE);
    juju.deploy("early", CLIENT);
    juju.integrate("store:channel", "early:channel");
    juju.settle();
    for (String what : List.of("moved", "restart", "granted")) {
      juju.application("store").config("emit", what);
      juju.settle();
    }
    juju.deploy("late", CLIENT);
    juju.integrate("store:channel", "late:channel");
    juju.settle();

    assertEquals("moved 9042 restart granted 9m4e2mr0ui3e8a215n4g ", heard(juju, "early/0"));
    assertEquals("moved 9042 ", heard(juju, "late/0"));
    assertEquals("written to 1", juju.unit("store/0").status().message());
  }

  @SimulatedJujuTest
  void holdsARetainedSignalUntilSomethingIsRelated(SimulatedJuju juju) {
    juju.deploy("store", STORE).config("emit", "moved");
    juju.settle();
    assertEquals("held", juju.unit("store/0").status().message());

    juju.deploy("client", CLIENT);
    juju.integrate("store:channel", "client:channel");
    juju.settle();
    assertEquals("moved 9042 ", heard(juju, "client/0"));
  }

  private static void deployBoth(SimulatedJuju juju) {
    juju.deploy("store", STORE);
    juju.deploy("client", CLIENT);
    juju.integrate("store:channel", "client:channel");
    juju.settle();
  }

  // region coalesce
  @SimulatedJujuTest(seeds = 10)
  void hearsEverySignalOfHooksThatJujuMerges(SimulatedJuju juju) {
    deployBoth(juju);
    juju.unit("client/0").hold();
    for (String what : List.of("moved", "restart", "moved")) {
      juju.application("store").config("emit", what);
      juju.settle(); // the store runs its hooks; the client is busy
    }

    juju.unit("client/0").release();
    juju.settle(); // one relation-changed

    assertEquals("moved 9042 restart moved 9042 ", juju.unit("client/0").state().get("heard"));
  }

  // endregion

  // region crash
  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void hearsASignalOnceWhenTheAgentDiesAfterTheCommit(SimulatedJuju juju) {
    deployBoth(juju);
    juju.unit("client/0").crashAfterCommit("channel-relation-changed");

    juju.application("store").config("emit", "moved");
    juju.settle();

    assertEquals("moved 9042 ", juju.unit("client/0").state().get("heard"));
  }

  // endregion

  // region look
  @SimulatedJujuTest(seed = 42)
  void showsWhatHappened(SimulatedJuju juju) {
    deployBoth(juju);
    juju.unit("client/0").failNext("update-status").updateStatus();
    juju.settle();

    assertTrue(juju.timeline().contains("update-status  FAILED with exit status 1"));
    assertEquals(
        List.of("client/0"),
        juju.hooks().stream()
            .filter(hook -> hook.outcome() == HookOutcome.FAILED)
            .map(hook -> hook.unit())
            .toList());
  }

  // endregion

  private static String heard(SimulatedJuju juju, String unit) {
    return juju.unit(unit).state().getOrDefault("heard", "");
  }
}

// region declare
final class StoreSignals extends ObjectSignals {
  final SignalSource<Moved> moved = source(Moved.class); // retained
  final SignalSource<Restart> restart = source(Restart.class).transientOnly();
  final SignalSource<Granted> granted = source("access-granted", Granted.class);

  StoreSignals() {
    window(Window.DEFAULT.entries(32).whenFull(WhenFull.REJECT));
  }
}

// endregion

// region records
record Moved(String host, int port, List<String> replicas) implements Signal {}

record Restart() implements Signal {}

record Granted(SecretRef secret) implements Signal {}

// endregion

// region by-hand
final class Progress implements Signal {
  private String step = "";

  Progress() {} // restoring begins with this

  Progress(String step) {
    this.step = step;
  }

  @Override
  public Map<String, Object> snapshot() {
    return Map.of("step", step);
  }

  @Override
  public void restore(Map<String, @Nullable Object> snapshot) {
    step = String.valueOf(snapshot.get("step"));
  }
}

// endregion

final class Store extends Charm {
  private final StoreSignals clients = signals(new StoreSignals());

  Store(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::emitWhatIsConfigured);
  }

  private void emitWhatIsConfigured(LifecycleEvent.ConfigChanged event) {
    switch (config().string("emit").orElse("")) {
      case "moved" -> move();
      case "restart" -> clients.restart.emit(new Restart());
      case "granted" -> grant(new SecretRef("secret:9m4e2mr0ui3e8a215n4g"));
      default -> {}
    }
  }

  private void move() {
    // region emit
    Emission emission = clients.moved.emit(new Moved("10.0.0.7", 9042, List.of()));
    if (emission instanceof Emission.Written written) {
      unit().setStatus(Status.active("written to " + written.relations()));
    } else if (emission instanceof Emission.Held) {
      unit().setStatus(Status.waiting("held"));
    }
    // endregion
  }

  private void grant(SecretRef secret) {
    // region emit-to
    for (Relation relation : relations("channel")) {
      clients.granted.emitTo(relation, new Granted(secret));
    }
    // endregion
  }

  void tryToRestart() {
    // region full
    try {
      clients.restart.emit(new Restart());
    } catch (WindowFullException full) {
      unit().setStatus(Status.waiting(full.unreadBy() + " units have not read the last signals"));
    }
    // endregion
  }
}

final class Client extends Charm {
  private final StoreSignals store = signals(new StoreSignals());

  Client(CharmContext context) {
    super(context);
    observe(store.moved, this::onMoved);
    observe(store.restart, event -> note("restart"));
    observe(store.granted, event -> note("granted " + event.signal().secret().id()));
  }

  private void onMoved(SignalEvent<Moved> event) {
    note("moved " + event.signal().port());
  }

  private void note(String what) {
    state().put("heard", state().get("heard").orElse("") + what + " ");
  }
}
