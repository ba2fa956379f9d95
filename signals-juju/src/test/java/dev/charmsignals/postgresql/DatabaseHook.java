package dev.charmsignals.postgresql;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.HookRun;
import dev.charmsignals.charm.HookSetting;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One hook of a charm with a database: the server has answered, and the charm is told. */
enum DatabaseHook {
  PGSQL(
      Map.of(
          "relation-get -r db:7 - app/1",
          "{\"database\":\"orders\",\"egress-subnets\":\"10.0.0.5/32\"}",
          "relation-get -r db:7 --app - mysql",
          "{\"allowed-subnets\":\"10.0.0.0/8\",\"database\":\"orders\","
              + "\"master\":\"dbname=orders host=m password=secret user=u\","
              + "\"standbys\":\"host=s1\\nhost=s2\"}",
          "relation-list -r db:7",
          "[\"mysql/0\"]"),
      context ->
          new dev.charmsignals.pgsql.PostgreSqlClient(context, "db")
              .always(Requirements.database("orders"))
              .on()),
  POSTGRESQL_CLIENT(
      Map.of(
          "relation-ids -- db",
          "[\"db:7\"]",
          "relation-get -r db:7 --app - mysql",
          "{\"database\":\"orders\",\"endpoints\":\"10.0.0.1:5432\","
              + "\"read-only-endpoints\":\"10.0.0.2:5432\","
              + "\"secret-user\":\"secret:aaaaaaaaaaaaaaaaaaaa\","
              + "\"secret-tls\":\"secret:bbbbbbbbbbbbbbbbbbbb\",\"data\":\"[\"}",
          "secret-get secret:aaaaaaaaaaaaaaaaaaaa --refresh",
          "{\"username\":\"u\",\"password\":\"secret\"}",
          "secret-get secret:bbbbbbbbbbbbbbbbbbbb --refresh",
          "{\"tls\":\"True\",\"tls-ca\":\"-----BEGIN CERTIFICATE-----\"}"),
      context ->
          new dev.charmsignals.postgresqlclient.PostgreSqlClient(context, "db")
              .always(DatabaseRequest.database("orders"))
              .on());

  private final Map<String, String> answers;
  private final Function<CharmContext, DatabaseEvents> client;

  DatabaseHook(Map<String, String> answers, Function<CharmContext, DatabaseEvents> client) {
    this.answers = answers;
    this.client = client;
  }

  /** Runs the one that is named as a program, in the directory that is named. */
  public static void main(String[] arguments) throws IOException {
    List<String> told = new ArrayList<>();
    int status = valueOf(arguments[0]).run(Path.of(arguments[1]), new FakeAgent(), told);
    if (status != 0 || told.size() != 1) {
      throw new IllegalStateException("exit status " + status + ", told " + told);
    }
  }

  /** Returns the interface of its endpoint. */
  String interfaceName() {
    return this == PGSQL ? "pgsql" : "postgresql_client";
  }

  int run(Path directory, FakeAgent agent, List<String> told) throws IOException {
    Files.writeString(
        directory.resolve("metadata.yaml"),
        "name: app\nrequires:\n  db:\n    interface: " + interfaceName() + "\n");
    agent
        .answer("state-get", "{\"charm-signals/.postgresql/db/7\":\"- -\"}")
        .answer("is-leader", "true")
        .answer("relation-get -r db:7 --app - app", "{\"database\":\"orders\"}");
    answers.forEach(agent::answer);
    return HookRun.run(
        context -> new OneDatabase(context, client, told),
        new HookSetting(
            FakeHook.ofDatabase("changed"), directory, agent, Clock.systemUTC(), () -> 1));
  }

  private static final class OneDatabase extends Charm {

    private final List<String> told;

    OneDatabase(
        CharmContext context, Function<CharmContext, DatabaseEvents> client, List<String> told) {
      super(context);
      this.told = told;
      observe(client.apply(context).masterChanged(), this::onMasterChanged);
    }

    private void onMasterChanged(DatabaseEvent.MasterChanged event) {
      told.add(event.master().orElseThrow() + " and " + event.standbys());
    }
  }
}
