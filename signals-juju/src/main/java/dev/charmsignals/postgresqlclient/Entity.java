package dev.charmsignals.postgresqlclient;

import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.secret.SecretRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A role of its own that a charm asks for, instead of a user of the database: {@code Entity.user()}
 * or {@code Entity.group()}. A group's {@code roles} are those that the group is to have.
 *
 * @param type whether it logs in
 * @param permissions what it may do; the only part that may change while the relation lasts
 * @param secret a secret of this application with {@code entity-name} and perhaps {@code password},
 *     which the provider is granted; a wish, as the answer may differ
 */
public record Entity(
    EntityType type, List<EntityPermission> permissions, Optional<SecretRef> secret) {

  /** Copies the permissions. */
  public Entity {
    permissions = List.copyOf(permissions);
  }

  /** Asks for a role that logs in. */
  public static Entity user() {
    return new Entity(EntityType.USER, List.of(), Optional.empty());
  }

  /** Asks for a role that others are members of; no connection comes of it. */
  public static Entity group() {
    return new Entity(EntityType.GROUP, List.of(), Optional.empty());
  }

  /** Returns the same that may do this and nothing else. */
  public Entity withPermissions(EntityPermission... allowed) {
    return new Entity(type, Arrays.asList(allowed), secret);
  }

  /** Returns the same with a wish for its name, and perhaps password. */
  public Entity withSecret(SecretRef nameAndPassword) {
    return new Entity(type, permissions, Optional.of(nameAndPassword));
  }

  /** Returns the permissions as JSON. */
  String permissionsText() {
    JsonWriter json = new JsonWriter().startArray();
    for (EntityPermission permission : permissions) {
      json.startObject().name("resource_name").string(permission.resourceName());
      json.name("resource_type").string(permission.resourceType());
      json.name("privileges").startArray();
      for (String privilege : permission.privileges()) {
        json.string(privilege);
      }
      json.endArray().endObject();
    }
    return json.endArray().text();
  }
}
