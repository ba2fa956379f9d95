package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.record.Key;
import dev.charmsignals.record.LoadResult;
import dev.charmsignals.record.Plain;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The code of docs/how-to/databags.md. */
class TypedBagTest {

  // region record
  record Request(
      String database,
      int maxConnections,
      @Key("extra-user-roles") Optional<String> roles,
      @Plain String plugin) {}

  // endregion

  static final class Client extends Charm {

    Client(CharmContext context) {
      super(context);
      observe(on().relation("db").created(), this::onCreated);
    }

    // region save
    private void onCreated(RelationEvent.Created event) {
      event.relation().ownUnitBag().save(new Request("shop", 20, Optional.empty(), "citext"));
    }
    // endregion
  }

  static final class Server extends Charm {

    Server(CharmContext context) {
      super(context);
      observe(on().relation("db").changed(), this::onChanged);
    }

    // region load
    private void onChanged(RelationEvent.Changed event) {
      if (event.unit().isEmpty()) {
        return; // the application's bag changed
      }
      LoadResult<Request> request =
          event.relation().unitBag(event.unit().get()).read(Request.class);
      unit()
          .setStatus(
              request.fold(
                  asked -> Status.active("serves " + asked.database()),
                  errors -> Status.blocked("request: " + errors),
                  () -> Status.waiting("for a request")));
    }
    // endregion
  }

  @SimulatedJujuTest
  void crossesARelation(SimulatedJuju juju) {
    juju.deploy(
        "server",
        CharmUnderTest.inProcess(Server::new, "name: s\nprovides:\n  db: {interface: database}"));
    juju.deploy(
        "client",
        CharmUnderTest.inProcess(Client::new, "name: c\nrequires:\n  db: {interface: database}"));
    juju.integrate("server:db", "client:db");
    juju.settle();

    Map<String, String> bag = new TreeMap<>(juju.relation(0).bag("client/0"));
    bag.keySet().removeIf(key -> key.endsWith("-address") || key.endsWith("-subnets"));
    assertEquals(Map.of("database", "\"shop\"", "max-connections", "20", "plugin", "citext"), bag);
    assertEquals(new WorkloadStatus("active", "serves shop"), juju.unit("server/0").status());
  }
}
