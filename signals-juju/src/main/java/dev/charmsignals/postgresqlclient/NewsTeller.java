package dev.charmsignals.postgresqlclient;

import dev.charmsignals.model.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares a relation with what the charm was told of it, and tells what only this client knows.
 */
final class NewsTeller {

  private final NewsEvents news;
  private final Memory memory;

  NewsTeller(NewsEvents news, Memory memory) {
    this.news = news;
    this.memory = memory;
  }

  /**
   * Tells what differs.
   *
   * @param there whether the charm was or is told of a connection
   * @param gone whether it was told just now that there is none any more
   * @return what is to be remembered
   */
  Remembered tell(Database database, Facts facts, Remembered before, boolean there, boolean gone) {
    Relation relation = database.relation();
    TreeSet<Integer> codes = statuses(relation, facts, before);
    boolean told = before.announced();
    String credentials = there ? credentials(relation, facts) : before.credentials();
    String entity = entity(relation, facts, before);
    String names = names(relation, facts, before);
    String alias = alias(database);
    tellIf(
        told && !credentials.equals(before.credentials()), NewsKind.CREDENTIALS_CHANGED, relation);
    tellIf(!entity.equals(before.entity()), NewsKind.ENTITY_CREATED, relation);
    tellIf(told && !names.equals(before.databases()), NewsKind.PREFIX_DATABASES_CHANGED, relation);
    tellIf(told && !alias.equals(before.alias()), NewsKind.ALIAS_CHANGED, relation);
    return new Remembered((told || there) && !gone, credentials, entity, names, alias, codes);
  }

  private TreeSet<Integer> statuses(Relation relation, Facts facts, Remembered before) {
    TreeMap<Integer, ProviderStatus> now = new TreeMap<>();
    for (ProviderStatus status : facts.answer().statuses()) {
      now.put(status.code(), status);
    }
    for (Map.Entry<Integer, ProviderStatus> status : now.entrySet()) {
      if (!before.codes().contains(status.getKey())) {
        news.emit(NewsKind.STATUS_RAISED, KeptNews.of(relation, status.getValue()));
      }
    }
    TreeSet<Integer> codes = new TreeSet<>(now.keySet());
    for (Integer code : before.codes()) {
      if (!facts.answer().whole()) {
        codes.add(code); // it may be in what could not be read
      } else if (!now.containsKey(code)) {
        news.emit(NewsKind.STATUS_RESOLVED, KeptNews.of(relation, code));
      }
    }
    return codes;
  }

  private void tellIf(boolean happened, NewsKind kind, Relation relation) {
    if (happened) {
      news.emit(kind, KeptNews.of(relation));
    }
  }

  private String credentials(Relation relation, Facts facts) {
    String tls = facts.tls() ? "tls" : "";
    return memory.fingerprint(
        relation, String.join("\n", facts.login(), facts.loginPassword(), tls, facts.authority()));
  }

  private String entity(Relation relation, Facts facts, Remembered before) {
    return facts.entity().isEmpty()
        ? before.entity()
        : memory.fingerprint(relation, facts.entity());
  }

  private String names(Relation relation, Facts facts, Remembered before) {
    if (facts.unclear()) {
      return before.databases();
    }
    List<String> names = facts.answer().prefixDatabases();
    return names.isEmpty()
        ? Remembered.NONE
        : memory.fingerprint(relation, String.join(",", names));
  }

  private String alias(Database database) {
    Optional<String> alias = database.alias();
    return alias.isEmpty() ? Remembered.NONE : memory.fingerprint(database.relation(), alias.get());
  }
}
