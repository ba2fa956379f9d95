package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hash.Fingerprint;
import dev.charmsignals.json.JsonWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a request as the application's bag has it, always to the same bytes. */
final class RequestText {

  private RequestText() {}

  /** Returns one key for each part; nothing says no but by its absence. */
  static SortedMap<String, String> v0(DatabaseRequest request, boolean withSecrets) {
    TreeMap<String, String> bag = new TreeMap<>();
    bag.put("database", request.requirements().database());
    if (withSecrets) {
      bag.put("requested-secrets", RequestedSecrets.text(request.extraSecrets()));
    }
    List<String> roles = request.requirements().roles();
    if (!roles.isEmpty()) {
      bag.put(rolesKey(request), String.join(",", roles));
    }
    if (request.prefixMatching().isPresent()) {
      bag.put("prefix-matching", request.prefixMatching().get());
    }
    if (request.externalNodeConnectivity()) {
      bag.put("external-node-connectivity", "true");
    }
    if (request.entity().isPresent()) {
      Entity entity = request.entity().get();
      bag.put("entity-type", entity.type().name());
      if (!entity.permissions().isEmpty()) {
        bag.put("entity-permissions", entity.permissionsText());
      }
      if (entity.secret().isPresent()) {
        bag.put("requested-entity-secret", entity.secret().get().uri());
      }
    }
    return bag;
  }

  /** Returns the list of one request; what is not asked for is left out. */
  static SortedMap<String, String> v1(DatabaseRequest request, String salt) {
    JsonWriter json = new JsonWriter().startArray().startObject();
    json.name("resource").string(request.requirements().database());
    json.name("request-id").string(id(request.requirements().database(), salt));
    json.name("salt").string(salt);
    List<String> roles = request.requirements().roles();
    if (!roles.isEmpty()) {
      json.name(rolesKey(request)).string(String.join(",", roles));
    }
    json.name("external-node-connectivity").bool(request.externalNodeConnectivity());
    if (request.entity().isPresent()) {
      entity(request.entity().get(), json);
    }
    TreeMap<String, String> bag = new TreeMap<>();
    bag.put("version", "v1");
    bag.put("requests", json.endObject().endArray().text());
    return bag;
  }

  private static void entity(Entity entity, JsonWriter json) {
    json.name("entity-type").string(entity.type().name());
    if (!entity.permissions().isEmpty()) {
      json.name("entity-permissions").json(entity.permissionsText());
    }
  }

  /** Returns the id by which an answer of the newer contract is found. */
  static String id(String database, String salt) {
    return Fingerprint.of(database.concat(":").concat(salt)).substring(0, 16);
  }

  /** Returns a salt that every later leader makes again. */
  static String salt(DatabaseRequest request, String modelUuid, int relation) {
    if (request.salt().isPresent()) {
      return request.salt().get();
    }
    String seed =
        String.join(":", modelUuid, Integer.toString(relation), request.requirements().database());
    return Fingerprint.of(seed).substring(0, 16);
  }

  private static String rolesKey(DatabaseRequest request) {
    boolean group =
        request.entity().isPresent() && request.entity().get().type() == EntityType.GROUP;
    return group ? "extra-group-roles" : "extra-user-roles";
  }
}
