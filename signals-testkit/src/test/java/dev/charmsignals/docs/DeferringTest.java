package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.event.ParkedDeferral;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the pages on deferring and on own events show, and that it does what they say. */
class DeferringTest {

  private static final String METADATA =
      """
      name: shop
      requires:
        database: {interface: database}
      """;

  private static final CharmUnderTest SERVER =
      CharmUnderTest.inProcess(
          context ->
              new Charm(context) {
                {
                  observe(
                      on().relation("clients").created(),
                      event -> event.relation().ownUnitBag().put("host", "10.0.0.7"));
                }
              },
          """
          name: server
          provides:
            clients: {interface: database}
          """);

  private final Disk disk = new Disk();

  @SimulatedJujuTest(seeds = 3)
  void waitsForTheDiskAndThenUsesWhatItWasTold(SimulatedJuju juju) {
    juju.deploy("shop", CharmUnderTest.inProcess(context -> new Stall(context, disk), METADATA));
    juju.deploy("server", SERVER);
    juju.integrate("shop:database", "server:clients");
    juju.settle();
    assertEquals(List.of(), disk.written);

    disk.mounted = true;
    juju.unit("shop/0").updateStatus();
    juju.settle();

    assertEquals(Set.of("settings", "10.0.0.7"), Set.copyOf(disk.written));
    assertEquals(2, disk.written.size());
  }
}

/** Stands for what is outside Juju. */
final class Disk {
  final List<String> written = new ArrayList<>();
  boolean mounted;
}

// region own-events
/** A server's address, once there is one. */
record Serving(String host) implements OwnEvent {}

final class DatabaseEvents extends ObjectEvents {
  final OwnEventSource<Serving> serving = source("serving", Serving.class);
}

/** A relation to a database, for the charms that want one. */
final class Database {

  private final DatabaseEvents on;

  Database(CharmContext context, String endpoint) {
    on = context.observers().bind(new DatabaseEvents(), endpoint);
    context.observers().observe(context.events().relation(endpoint).changed(), this::onChanged);
  }

  DatabaseEvents on() {
    return on;
  }

  private void onChanged(RelationEvent.Changed event) {
    if (event.unit().isPresent()) {
      String host = event.relation().unitBag(event.unit().get()).get("host");
      if (host != null) {
        on.serving.emit(new Serving(host));
      }
    }
  }
}

// endregion

final class Stall extends Charm {

  // region database
  private final Database database = new Database(context(), "database");

  // endregion
  private final Disk disk;

  Stall(CharmContext context, Disk disk) {
    super(context);
    this.disk = disk;
    // region names
    observe(on().configChanged(), "configure", this::configure);
    // endregion
    // region observe-own
    observe(database.on().serving, "use-database", this::use);
    // endregion
    // region observe-parked
    observeParked(this::onParked);
    // endregion
  }

  // region defer
  private void configure(LifecycleEvent.ConfigChanged event) {
    if (!disk.mounted) {
      unit().setStatus(Status.waiting("waiting for a disk"));
      event.defer();
      return;
    }
    disk.written.add("settings");
    unit().setStatus(Status.active());
  }

  // endregion

  private void use(Emitted<Serving> event) {
    if (!disk.mounted) {
      event.defer();
      return;
    }
    disk.written.add(event.event().host());
  }

  // region parked
  private void onParked(ParkedDeferral parked) {
    unit().setStatus(Status.blocked(parked.event() + " was not handled by " + parked.observer()));
  }
  // endregion
}
