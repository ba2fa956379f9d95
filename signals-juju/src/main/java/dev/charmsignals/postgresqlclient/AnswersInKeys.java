package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The answer in the older contract: one key for each part, and one for each secret. */
final class AnswersInKeys implements DatabaseClient.Answers {

  /** All that an answer may consist of. */
  private static final List<String> WRITTEN =
      List.of(
          "database",
          "endpoints",
          "read-only-endpoints",
          "version",
          "prefix-databases",
          "secret-user",
          "secret-tls",
          "secret-entity",
          "username",
          "password",
          "uris",
          "read-only-uris",
          "tls",
          "tls-ca",
          "entity-name",
          "entity-password");

  private final HookSession session;
  private final Relation relation;
  private final SharedSecrets secrets;

  AnswersInKeys(HookSession session, Relation relation) {
    this.session = session;
    this.relation = relation;
    this.secrets = new SharedSecrets(session, relation);
  }

  @Override
  public boolean isAnswered(ClientRequest request) {
    Databag bag = relation.ownApplicationBag();
    return bag.containsKey("secret-user")
        || bag.containsKey("secret-entity")
        || bag.containsKey("username")
        || bag.containsKey("entity-name");
  }

  @Override
  public void answer(ClientRequest request, DatabaseOffer offer) {
    Databag bag = relation.ownApplicationBag();
    Map<String, String> open = AnswerFields.open(offer);
    open.put("database", offer.database());
    Map<String, String> hidden = AnswerFields.hidden(offer, request);
    for (Map.Entry<String, List<String>> group : AnswerFields.GROUPS.entrySet()) {
      Map<String, String> parts = new TreeMap<>(hidden);
      parts.keySet().retainAll(group.getValue());
      String key = "secret-".concat(group.getKey());
      String known = bag.getOrDefault(key, "");
      Map<String, String> content = secretParts(bag, request, known, parts);
      if (!content.isEmpty()) {
        open.put(key, secrets.share(known, secrets.label("", group.getKey()), content));
      }
      for (Map.Entry<String, String> part : parts.entrySet()) {
        boolean leaks = part.getKey().endsWith("uris") && content.containsKey("password");
        if (!content.containsKey(part.getKey()) && !leaks) {
          open.put(part.getKey(), part.getValue());
        }
      }
    }
    write(bag, open);
    if (request.entityType().isPresent()) {
      bag.put("data", seen(request, request.entityType().get()));
    }
  }

  /**
   * Returns those parts of a group that are for the client alone: the ones it asked for as secrets,
   * and the ones it was given so before. A group that was answered in clear stays so, because the
   * client may have kept what it was told first.
   */
  private Map<String, String> secretParts(
      Databag bag, ClientRequest request, String known, Map<String, String> parts) {
    boolean clear = false;
    for (String part : parts.keySet()) {
      clear |= known.isEmpty() && bag.containsKey(part);
    }
    if (clear || !session.model().has(JujuFeature.SECRETS)) {
      return Map.of();
    }
    Map<String, String> before = known.isEmpty() ? Map.of() : secrets.content(known);
    Map<String, String> content = new TreeMap<>();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (request.secrets().contains(part.getKey()) || before.containsKey(part.getKey())) {
        content.put(part.getKey(), part.getValue());
      }
    }
    return content;
  }

  private static void write(Databag bag, Map<String, String> texts) {
    for (String key : WRITTEN) {
      String text = texts.get(key);
      if (text != null) {
        bag.put(key, text);
      } else if (bag.containsKey(key)) {
        bag.remove(key);
      }
    }
  }

  /** Clients in Python look there whether the answer is one to a request for an entity. */
  private static String seen(ClientRequest request, EntityType type) {
    return new JsonWriter()
        .startObject()
        .name("database")
        .string(request.database())
        .name("entity-type")
        .string(type.name())
        .endObject()
        .text();
  }

  @Override
  public Optional<Credentials> credentials(ClientRequest request) {
    Databag bag = relation.ownApplicationBag();
    Map<String, String> all = new TreeMap<>(bag.asMap());
    if (session.model().has(JujuFeature.SECRETS)) {
      all.putAll(secrets.content(bag.getOrDefault("secret-user", "")));
    }
    return DatabaseClient.credentials(all);
  }

  @Override
  public void setEndpoints(ClientRequest request, List<Server> writers, List<Server> readers) {
    Databag bag = relation.ownApplicationBag();
    set(bag, "endpoints", AnswerFields.text(writers));
    set(bag, "read-only-endpoints", AnswerFields.text(readers));
  }

  private static void set(Databag bag, String key, String text) {
    if (text.isEmpty()) {
      bag.remove(key);
    } else {
      bag.put(key, text);
    }
  }

  void removeSecrets(SharedSecrets shared) {
    Databag bag = relation.ownApplicationBag();
    for (String group : AnswerFields.GROUPS.keySet()) {
      shared.remove(bag.getOrDefault("secret-".concat(group), ""));
    }
  }

  /** Takes the answer back if it names a secret that is not there. */
  void takeBackLost(SharedSecrets shared) {
    Databag bag = relation.ownApplicationBag();
    boolean lost = false;
    for (String group : AnswerFields.GROUPS.keySet()) {
      lost |= shared.isGone(bag.getOrDefault("secret-".concat(group), ""));
    }
    if (lost) {
      write(bag, Map.of());
      bag.remove("data");
    }
  }
}
