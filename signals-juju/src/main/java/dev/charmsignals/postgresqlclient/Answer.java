package dev.charmsignals.postgresqlclient;

import dev.charmsignals.postgresql.Server;
import dev.charmsignals.postgresql.ServerList;
import dev.charmsignals.secret.SecretRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a provider has written to its application's bag, as far as a client reads it: whatever it is
 * there is an answer of it, and what makes no sense is left out.
 *
 * @param values the texts under the keys of the older contract, which an answer in the newer one is
 *     brought to
 * @param statuses what the provider says of itself
 * @param oddities what was left out, for the log, without any of its text
 * @param whole whether all of the bag could be read, so that what is missing is not there
 */
record Answer(
    Map<String, String> values,
    List<ProviderStatus> statuses,
    List<String> oddities,
    boolean whole) {

  /** All that is read of a bag; not {@code data}, which is the provider's own. */
  static final Set<String> KEYS =
      Set.of(
          "database",
          "resource",
          "endpoints",
          "read-only-endpoints",
          "secret-user",
          "secret-tls",
          "secret-entity",
          "secret-extra",
          "username",
          "password",
          "tls",
          "tls-ca",
          "entity-name",
          "entity-password",
          "version",
          "prefix-databases",
          "subordinated",
          "status",
          "requests");

  /** The longest value that is read, in bytes; a chain of certificates is the longest there is. */
  static final int LONGEST = 64 << 10;

  /**
   * Reads what was found in a bag.
   *
   * @param requestId the id of this side's request, by which it finds the answer in the newer
   *     contract; empty if it does not know
   */
  static Answer of(Map<String, String> bag, boolean whole, String requestId) {
    List<String> oddities = new ArrayList<>();
    List<ProviderStatus> statuses = StatusList.read(bag.getOrDefault("status", ""), oddities);
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : bag.entrySet()) {
      if (KEYS.contains(entry.getKey())) {
        put(entry.getKey(), entry.getValue(), values, oddities);
      }
    }
    String requests = values.remove("requests");
    if (requests != null && values.getOrDefault("version", "").equals("v1")) {
      values.remove("version"); // which is that of the contract
      for (Map.Entry<String, String> entry :
          AnswerList.find(requests, requestId, oddities).entrySet()) {
        put(entry.getKey(), entry.getValue(), values, oddities);
      }
    }
    return new Answer(values, statuses, oddities, whole);
  }

  /** What is empty is not there, and what no connection string can hold is as good as that. */
  private static void put(
      String key, String value, Map<String, String> values, List<String> oddities) {
    if (value.indexOf(0) >= 0) {
      oddities.add(key.concat(" holds the character 0"));
    } else if (!value.isEmpty()) {
      values.put(key, value);
    }
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Returns the secret of a group, such as {@code user}; empty if none is well formed. */
  Optional<SecretRef> secret(String group) {
    String uri = values.getOrDefault("secret-".concat(group), "");
    return SecretRef.isWellFormed(uri) ? Optional.of(new SecretRef(uri)) : Optional.empty();
  }

  List<Server> servers() {
    return ServerList.read(values.getOrDefault("endpoints", ""));
  }

  List<Server> readOnlyServers() {
    return ServerList.read(values.getOrDefault("read-only-endpoints", ""));
  }

  /** Returns the version of PostgreSQL, on one line. */
  Optional<String> version() {
    Optional<String> version = text("version");
    return version.isEmpty() ? version : Optional.of(OneLine.of(version.get()));
  }

  boolean isSubordinated() {
    return values.getOrDefault("subordinated", "").equals("true");
  }

  /** Returns the database that was made: newer providers say so under another key. */
  Optional<String> database() {
    Optional<String> made = text("resource");
    return made.isPresent() ? made : text("database");
  }

  /** Returns the databases with the prefix that was asked for, in order. */
  List<String> prefixDatabases() {
    return List.copyOf(new TreeSet<>(CommaList.of(values.getOrDefault("prefix-databases", ""))));
  }

  /** Returns the keys, and no text. */
  @Override
  public String toString() {
    return "Answer" + new TreeSet<>(values.keySet());
  }
}
