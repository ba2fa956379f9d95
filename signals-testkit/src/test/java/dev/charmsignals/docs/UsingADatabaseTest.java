package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseEvent;
import dev.charmsignals.postgresql.Server;
import dev.charmsignals.postgresqlclient.ClientRequest;
import dev.charmsignals.postgresqlclient.DatabaseOffer;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.PostgreSqlClient;
import dev.charmsignals.postgresqlclient.PostgreSqlProvider;
import dev.charmsignals.postgresqlclient.ProviderEvents;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.List;
import java.util.Optional;

/** The code of docs/reference/postgresql-client.md. */
class UsingADatabaseTest {

  private static final String SHOP =
      "name: shop\nrequires:\n  database: {interface: postgresql_client, limit: 1}\n";
  private static final String SERVER =
      "name: server\nprovides:\n  database: {interface: postgresql_client}\n";

  private static final List<Server> WRITERS = List.of(new Server("10.0.0.9", 5432));
  private static final List<Server> READERS = List.of();

  // region client
  static final class Shop extends Charm {

    private final PostgreSqlClient db =
        new PostgreSqlClient(context(), "database")
            .always(DatabaseRequest.database("orders").withRoles("CREATEDB"));

    Shop(CharmContext context) {
      super(context);
      observe(db.on().masterChanged(), this::connect);
      observe(on().collectUnitStatus(), event -> event.add(db.status()));
    }

    private void connect(DatabaseEvent.MasterChanged event) {
      Optional<ConnectionString> master = event.master();
      if (master.isPresent()) {
        Workload.start(master.get());
      } else {
        Workload.stop();
      }
    }
  }

  // endregion

  // region provider
  static final class DatabaseServer extends Charm {

    private final PostgreSqlProvider clients = new PostgreSqlProvider(context(), "database");

    DatabaseServer(CharmContext context) {
      super(context);
      observe(clients.on().databaseRequested(), this::create);
      observe(
          clients.on().databaseReleased(),
          event -> Sql.dropUser(user(event.client().relation().id().number())));
    }

    private void create(ProviderEvents.DatabaseRequested event) {
      String user = user(event.client().relation().id().number());
      for (ClientRequest request : event.requests()) {
        String password = Sql.createUserAndDatabase(user, request.database(), request.roles());
        DatabaseOffer offer = DatabaseOffer.of(request.database(), user, password);
        event.client().publish(request, offer.withEndpoints(WRITERS, READERS).withVersion("16.9"));
      }
    }

    private static String user(int relation) {
      return "relation-" + relation;
    }
  }

  // endregion

  /** What the charm installed. */
  private static final class Workload {

    static String connection = "";

    static void start(ConnectionString master) {
      connection = master.uri();
    }

    static void stop() {
      connection = "";
    }
  }

  /** Where a real charm would talk to its server. */
  private static final class Sql {

    static String createUserAndDatabase(String user, String database, List<String> roles) {
      return "s3cret";
    }

    static void dropUser(String user) {}
  }

  @SimulatedJujuTest
  void connectsAShopToItsServer(SimulatedJuju juju) {
    juju.deploy("shop", CharmUnderTest.inProcess(Shop::new, SHOP));
    juju.deploy("server", CharmUnderTest.inProcess(DatabaseServer::new, SERVER));
    juju.settle();
    assertEquals(
        new WorkloadStatus("blocked", "missing relation: database"), juju.unit("shop/0").status());

    juju.integrate("shop:database", "server:database");
    juju.settle();
    assertEquals("postgresql://relation-0:s3cret@10.0.0.9:5432/orders", Workload.connection);
    assertEquals(new WorkloadStatus("active", ""), juju.unit("shop/0").status());

    juju.relation(0).remove();
    juju.settle();
    assertEquals("", Workload.connection);
  }
}
