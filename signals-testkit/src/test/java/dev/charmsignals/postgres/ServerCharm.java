package dev.charmsignals.postgres;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.pgsql.DatabaseClient;
import dev.charmsignals.pgsql.DatabaseOffer;
import dev.charmsignals.pgsql.PostgreSqlProvider;
import dev.charmsignals.pgsql.ProviderEvents;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.testkit.CharmUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A PostgreSQL without a PostgreSQL: it answers whoever asks. */
final class ServerCharm extends Charm {

  static final String METADATA =
      """
      name: postgresql
      provides:
        db: {interface: pgsql}
      actions:
        failover:
          description: Publishes who is the master now.
        act:
          description: Does what the test wants.
      """;

  private final PostgreSqlProvider provider = new PostgreSqlProvider(context(), "db");
  private final Bench bench;

  /** What all units of the server know, and what they were asked. */
  static final class Bench {

    boolean ready = true;
    String master = "primary";
    List<String> standbys = List.of();
    final List<String> asked = new ArrayList<>();
    final List<String> released = new ArrayList<>();
    Consumer<PostgreSqlProvider> acting = provider -> {};

    CharmUnderTest charm() {
      return CharmUnderTest.inProcess(context -> new ServerCharm(context, this), METADATA);
    }
  }

  private ServerCharm(CharmContext context, Bench bench) {
    super(context);
    this.bench = bench;
    observe(provider.on().databaseRequested(), this::onRequested);
    observe(provider.on().databaseReleased(), this::onReleased);
    observe(
        on().action("failover"),
        event -> {
          for (DatabaseClient client : provider.clients()) {
            client.publish(offer(client));
          }
        });
    observe(on().action("act"), event -> bench.acting.accept(provider));
  }

  // region answer
  private void onRequested(ProviderEvents.DatabaseRequested event) {
    bench.asked.add(event.client().requirements() + " " + event.client().subnets());
    if (bench.ready) {
      event.client().publish(offer(event.client()));
    }
  }

  // endregion

  private void onReleased(ProviderEvents.DatabaseReleased event) {
    DatabaseClient client = event.client();
    bench.released.add(
        unit().name()
            + ": "
            + client.application()
            + " on "
            + client.relation()
            + (client.relation().isBroken() ? " broken" : " there"));
  }

  // region offer
  private DatabaseOffer offer(DatabaseClient client) {
    String wanted = client.requirements().database();
    String database = wanted.isEmpty() ? client.application() + "_default" : wanted;
    ConnectionString login =
        ConnectionString.of(Map.of("dbname", database, "user", client.application()));
    List<ConnectionString> standbys = new ArrayList<>();
    for (String host : bench.standbys) {
      standbys.add(login.with("host", host));
    }
    return DatabaseOffer.of(login.with("host", bench.master))
        .withStandbys(standbys)
        .withVersion("16.9");
  }
  // endregion
}
