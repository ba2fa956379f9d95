package dev.charmsignals.postgresqlclient;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresql.RequirementsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The request that the application's bag holds, whoever wrote it: an earlier leader, or the charm
 * in Python that this one has replaced. What of it providers never change is kept as found.
 *
 * @param database the database that was asked for
 * @param roles the roles that were asked for
 * @param entityType what kind of role of its own was asked for; empty if none was
 * @param external whether clients outside of the model connect
 * @param permissions what the entity may do, as JSON has it; null if nothing was said
 * @param contract how it is written
 * @param salt what its id is made with; empty in the older contract
 */
record WrittenRequest(
    String database,
    TreeSet<String> roles,
    String entityType,
    boolean external,
    @Nullable Object permissions,
    DataContract contract,
    String salt) {

  private static final int DEPTH = 16;

  /** Reads a bag; empty if nothing was asked for yet. */
  static Optional<WrittenRequest> of(Map<String, String> bag) {
    String requests = text(bag.get("requests"));
    if (!requests.isEmpty() && text(bag.get("version")).equals("v1")) {
      Map<?, ?> first =
          json(requests) instanceof List<?> list
                  && !list.isEmpty()
                  && list.get(0) instanceof Map<?, ?> object
              ? object
              : Map.of(); // changed by hand; it differs from whatever is wanted
      boolean external = Boolean.TRUE.equals(first.get("external-node-connectivity"));
      Object permissions = first.get("entity-permissions");
      return Optional.of(
          of(first, text(first.get("resource")), external, permissions, DataContract.V1));
    }
    String database = text(bag.get("database"));
    if (database.isEmpty()) {
      return Optional.empty();
    }
    boolean external = text(bag.get("external-node-connectivity")).equals("true");
    String permissions = text(bag.get("entity-permissions"));
    return Optional.of(
        of(
            bag,
            database,
            external,
            permissions.isEmpty() ? null : json(permissions),
            DataContract.V0));
  }

  private static WrittenRequest of(
      Map<?, ?> values,
      String database,
      boolean external,
      @Nullable Object permissions,
      DataContract contract) {
    TreeSet<String> roles = new TreeSet<>(CommaList.of(text(values.get("extra-user-roles"))));
    roles.addAll(CommaList.of(text(values.get("extra-group-roles"))));
    return new WrittenRequest(
        database,
        roles,
        text(values.get("entity-type")),
        external,
        permissions,
        contract,
        text(values.get("salt")));
  }

  /** Returns it in the words that all clients share; empty if they cannot say it. */
  Optional<Requirements> requirements() {
    try {
      return Optional.of(Requirements.database(database).withRoles(roles));
    } catch (RequirementsException e) {
      return Optional.empty(); // somebody else wrote it
    }
  }

  /** Returns whether the provider would have to make something else to grant this. */
  boolean differsFrom(DatabaseRequest wanted) {
    Optional<Entity> entity = wanted.entity();
    String type = entity.isPresent() ? entity.get().type().name() : "";
    return contract != wanted.contract()
        || !database.equals(wanted.requirements().database())
        || !roles.equals(new TreeSet<>(wanted.requirements().roles()))
        || !entityType.equals(type);
  }

  /** Returns whether it says something else of what may change. */
  boolean isOutdatedBy(DatabaseRequest wanted) {
    return external != wanted.externalNodeConnectivity() || hasOtherPermissions(wanted);
  }

  private boolean hasOtherPermissions(DatabaseRequest wanted) {
    boolean none = wanted.entity().isEmpty() || wanted.entity().get().permissions().isEmpty();
    if (none || permissions == null) {
      return !none || permissions != null;
    }
    return !permissions.equals(json(wanted.entity().get().permissionsText()));
  }

  private static @Nullable Object json(String text) {
    try {
      return JsonReader.read(text, DEPTH);
    } catch (MalformedException e) {
      return text; // which equals nothing that is wanted
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
