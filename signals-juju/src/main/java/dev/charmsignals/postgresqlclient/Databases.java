package dev.charmsignals.postgresqlclient;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.DatabaseRelations;
import dev.charmsignals.postgresql.Notice;
import java.util.HashMap;
import java.util.Map;

/** The relations of one endpoint as databases, each read once in a hook. */
final class Databases implements DatabaseRelations {

  private final HookSession session;
  private final String endpoint;
  private final Requests requests;
  private final ClientSettings settings;
  private final FactsReader reader;
  private final Memory memory;
  private final Map<Integer, Database> known = new HashMap<>();

  Databases(HookSession session, String endpoint, Requests requests, ClientSettings settings) {
    this.session = session;
    this.endpoint = endpoint;
    this.requests = requests;
    this.settings = settings;
    this.reader = new FactsReader(session, requests);
    this.memory = new Memory(session, endpoint);
  }

  @Override
  public Database of(Relation relation) {
    Database database = known.get(relation.id().number());
    if (database == null) {
      database = new Database(relation, requests, reader, settings, memory);
      known.put(relation.id().number(), database);
    }
    return database;
  }

  /** Shows the relation that an event is about, however it is by now. */
  Database find(Notice notice) {
    return of(notice.find(session, endpoint));
  }
}
