package dev.charmsignals.postgresqlclient;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.HookRun;
import dev.charmsignals.charm.HookSetting;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.postgresql.DatabaseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** One hook of a charm with a database: the provider has answered, and the charm is told. */
final class DatabaseHook {

  private static final String METADATA =
      """
      name: app
      requires:
        db:
          interface: postgresql_client
      """;

  private DatabaseHook() {}

  /** Runs it as a program, in the directory that is named. */
  public static void main(String[] arguments) throws IOException {
    List<String> told = new ArrayList<>();
    int status = run(Path.of(arguments[0]), new FakeAgent(), told);
    if (status != 0 || told.size() != 1) {
      throw new IllegalStateException("exit status " + status + ", told " + told);
    }
  }

  static int run(Path directory, FakeAgent agent, List<String> told) throws IOException {
    Files.writeString(directory.resolve("metadata.yaml"), METADATA);
    agent
        .answer("state-get", "{\"charm-signals/.postgresql/db/7\":\"- -\"}")
        .answer("is-leader", "true")
        .answer("relation-ids -- db", "[\"db:7\"]")
        .answer("relation-get -r db:7 --app - app", "{\"database\":\"orders\"}")
        .answer(
            "relation-get -r db:7 --app - mysql",
            "{\"database\":\"orders\",\"endpoints\":\"10.0.0.1:5432\","
                + "\"read-only-endpoints\":\"10.0.0.2:5432\","
                + "\"secret-user\":\"secret:aaaaaaaaaaaaaaaaaaaa\","
                + "\"secret-tls\":\"secret:bbbbbbbbbbbbbbbbbbbb\",\"data\":\"[\"}")
        .answer(
            "secret-get secret:aaaaaaaaaaaaaaaaaaaa --refresh",
            "{\"username\":\"u\",\"password\":\"secret\"}")
        .answer(
            "secret-get secret:bbbbbbbbbbbbbbbbbbbb --refresh",
            "{\"tls\":\"True\",\"tls-ca\":\"-----BEGIN CERTIFICATE-----\"}");
    return HookRun.run(
        context -> new OneDatabase(context, told),
        new HookSetting(
            FakeHook.ofDatabase("changed"), directory, agent, Clock.systemUTC(), () -> 1));
  }

  private static final class OneDatabase extends Charm {

    private final PostgreSqlClient db =
        new PostgreSqlClient(context(), "db").always(DatabaseRequest.database("orders"));
    private final List<String> told;

    OneDatabase(CharmContext context, List<String> told) {
      super(context);
      this.told = told;
      observe(db.on().masterChanged(), this::onMasterChanged);
    }

    private void onMasterChanged(DatabaseEvent.MasterChanged event) {
      told.add(event.master().orElseThrow() + " and " + event.standbys());
    }
  }
}
