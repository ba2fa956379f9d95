package dev.charmsignals.postgresqlclient;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the requests in a client's bag, whatever else is in it. */
final class ClientRequests {

  /** All that is read of a bag. */
  static final Set<String> KEYS =
      Set.of(
          "database",
          "requested-secrets",
          "extra-user-roles",
          "extra-group-roles",
          "entity-type",
          "entity-permissions",
          "external-node-connectivity",
          "version",
          "requests");

  /** The longest value that is read, in bytes. */
  static final int LONGEST = 64 << 10;

  private static final int MOST = 100;
  private static final int DEPTH = 16;
  private static final Set<String> ALL = Set.copyOf(RequestedSecrets.ALWAYS);

  private ClientRequests() {}

  /** Returns the requests, each with another id; none if nothing can be understood. */
  static List<ClientRequest> read(Map<String, String> bag, List<String> oddities) {
    String version = bag.getOrDefault("version", "");
    if (version.isEmpty()) {
      String database = bag.getOrDefault("database", "");
      return database.isEmpty()
          ? List.of()
          : List.of(
              of(
                  bag,
                  "",
                  database,
                  bag.getOrDefault("external-node-connectivity", "").equals("true"),
                  json(bag.getOrDefault("entity-permissions", ""), "entity-permissions", oddities),
                  secrets(bag, oddities)));
    }
    if (!version.equals("v1")) {
      oddities.add("version is neither absent nor v1");
      return List.of();
    }
    List<ClientRequest> requests = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    if (json(bag.getOrDefault("requests", ""), "requests", oddities) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> request && requests.size() < MOST && ids.add(id(request))) {
          requests.add(ofV1(request));
        }
      }
    }
    return requests;
  }

  private static ClientRequest ofV1(Map<?, ?> request) {
    String resource = text(request, "resource");
    return of(
        request,
        id(request),
        resource.isEmpty() ? text(request, "database") : resource,
        Boolean.TRUE.equals(request.get("external-node-connectivity")),
        request.get("entity-permissions"),
        ALL);
  }

  /** Returns the id that a client gave, or the one that it should have given. */
  private static String id(Map<?, ?> request) {
    String id = text(request, "request-id");
    return isPlain(id) ? id : RequestText.id(text(request, "resource"), text(request, "salt"));
  }

  private static ClientRequest of(
      Map<?, ?> values,
      String id,
      String database,
      boolean external,
      @Nullable Object permissions,
      Set<String> secrets) {
    List<String> roles = new ArrayList<>(CommaList.of(text(values, "extra-user-roles")));
    roles.addAll(CommaList.of(text(values, "extra-group-roles")));
    return new ClientRequest(
        id,
        id.isEmpty() ? "" : text(values, "salt"),
        database,
        roles,
        entityType(text(values, "entity-type")),
        permissions(permissions),
        external,
        secrets);
  }

  private static Optional<EntityType> entityType(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "USER" -> Optional.of(EntityType.USER);
      case "GROUP" -> Optional.of(EntityType.GROUP);
      default -> Optional.empty();
    };
  }

  private static List<EntityPermission> permissions(@Nullable Object value) {
    List<EntityPermission> permissions = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> entry && permissions.size() < MOST) {
          List<String> privileges = new ArrayList<>();
          if (entry.get("privileges") instanceof List<?> names) {
            for (Object name : names) {
              privileges.add(String.valueOf(name));
            }
          }
          permissions.add(
              new EntityPermission(
                  text(entry, "resource_name"), text(entry, "resource_type"), privileges));
        }
      }
    }
    return permissions;
  }

  /**
   * Returns what is to be a secret. A client that says nothing has none; one that says something
   * odd has them, and is spared an answer in clear.
   */
  private static Set<String> secrets(Map<String, String> bag, List<String> oddities) {
    String text = bag.getOrDefault("requested-secrets", "");
    if (text.isEmpty()) {
      return Set.of();
    }
    if (!(json(text, "requested-secrets", oddities) instanceof List<?> list)) {
      return ALL;
    }
    Set<String> names = new HashSet<>();
    for (Object name : list) {
      if (name instanceof String requested && names.size() < MOST) {
        names.add(requested);
      }
    }
    return names;
  }

  private static @Nullable Object json(String text, String key, List<String> oddities) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return JsonReader.read(text, DEPTH);
    } catch (MalformedException e) {
      oddities.add(key.concat(" ").concat(e.reason()));
      return null;
    }
  }

  private static String text(Map<?, ?> values, String key) {
    return values.get(key) instanceof String text ? text : "";
  }

  private static boolean isPlain(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= 64;
  }
}
