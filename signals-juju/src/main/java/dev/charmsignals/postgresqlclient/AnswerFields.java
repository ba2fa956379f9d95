package dev.charmsignals.postgresqlclient;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an answer says, under the keys of the interface; what is empty is left out. */
final class AnswerFields {

  /** The parts that belong into one secret, by the secret's name. */
  static final Map<String, List<String>> GROUPS = groups();

  private AnswerFields() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("user", List.of("username", "password", "uris", "read-only-uris"));
    groups.put("tls", List.of("tls", "tls-ca"));
    groups.put("entity", List.of("entity-name", "entity-password"));
    return groups;
  }

  /** Returns what everybody may read. */
  static Map<String, String> open(DatabaseOffer offer) {
    Map<String, String> fields = new TreeMap<>();
    put(fields, "endpoints", text(offer.writers()));
    put(fields, "read-only-endpoints", text(offer.readers()));
    put(fields, "version", offer.version().orElse(""));
    put(fields, "prefix-databases", String.join(",", offer.prefixDatabases()));
    return fields;
  }

  /** Returns what is for the client alone, if it can read secrets. */
  static Map<String, String> hidden(DatabaseOffer offer, ClientRequest request) {
    Map<String, String> fields = new TreeMap<>();
    put(fields, "username", offer.user().username());
    put(fields, "password", offer.user().password());
    put(fields, "entity-name", offer.entity().username());
    put(fields, "entity-password", offer.entity().password());
    put(fields, "uris", uri(offer, offer.writers()));
    if (request.secrets().contains("read-only-uris")) {
      put(fields, "read-only-uris", uri(offer, offer.readers()));
    }
    boolean tls = offer.authority().isPresent();
    String word = tls ? "True" : "False"; // as providers in Python write it
    fields.put("tls", request.contract() == DataContract.V1 ? Boolean.toString(tls) : word);
    put(fields, "tls-ca", offer.authority().orElse(""));
    return fields;
  }

  static String text(List<Server> servers) {
    List<String> texts = new ArrayList<>();
    for (Server server : servers) {
      boolean address = server.host().indexOf(':') >= 0;
      texts.add((address ? "[" + server.host() + "]" : server.host()) + ":" + server.port());
    }
    return String.join(",", texts);
  }

  private static String uri(DatabaseOffer offer, List<Server> servers) {
    Credentials user = offer.user();
    String database = offer.database();
    if (servers.isEmpty() || user.username().isEmpty() || database.endsWith("*")) {
      return "";
    }
    return ConnectionString.of(
            Map.of("user", user.username(), "password", user.password(), "dbname", database))
        .withServers(servers)
        .uri();
  }

  private static void put(Map<String, String> fields, String key, String value) {
    if (!value.isEmpty()) {
      fields.put(key, value);
    }
  }
}
