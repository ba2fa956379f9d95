package dev.charmsignals.postgres;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.model.Unit;
import dev.charmsignals.pgsql.PostgreSqlClient;
import dev.charmsignals.postgresql.DatabaseEvent;
import dev.charmsignals.postgresql.DatabaseEvents;

/** A charm that notes every event of its databases, under the name that the original has for it. */
final class ClientCharm extends Charm {

  final PostgreSqlClient db;
  final PostgreSqlClient reports;
  private final Stage stage;

  ClientCharm(CharmContext context, Stage stage) {
    super(context);
    this.stage = stage;
    db = new PostgreSqlClient(context, "db");
    reports = new PostgreSqlClient(context, "reports");
    observe("", db.on());
    observe("reports ", reports.on());
    observe(on().action("act"), event -> stage.acting.accept(this));
    stage.constructing.accept(this);
  }

  /** This unit, for tests. */
  Unit here() {
    return unit();
  }

  String option(String name) {
    return config().string(name).orElseThrow();
  }

  private void observe(String prefix, DatabaseEvents on) {
    observe(prefix, "database_relation_joined", on.databaseJoined());
    observe(prefix, "master_available", on.masterAvailable());
    observe(prefix, "master_changed", on.masterChanged());
    observe(prefix, "master_gone", on.masterGone());
    observe(prefix, "standby_available", on.standbyAvailable());
    observe(prefix, "standby_changed", on.standbyChanged());
    observe(prefix, "standby_gone", on.standbyGone());
    observe(prefix, "database_available", on.databaseAvailable());
    observe(prefix, "database_changed", on.databaseChanged());
    observe(prefix, "database_gone", on.databaseGone());
    observe(prefix, "database_relation_broken", on.databaseRelationBroken());
  }

  private <E extends DatabaseEvent> void observe(
      String prefix, String name, LiveEventSource<?, E> source) {
    observe(
        source,
        prefix.strip().concat(name),
        event -> stage.hear(prefix.concat(name), event, this, unit()));
  }
}
