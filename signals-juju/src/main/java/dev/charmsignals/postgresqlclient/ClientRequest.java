package dev.charmsignals.postgresqlclient;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks a provider for, as the provider's side reads it. A remote wrote it: check a
 * name before it goes anywhere that it could do harm, as into SQL.
 *
 * @param id what the newer contract knows it by; empty in the older one
 * @param salt what the id is made with; empty in the older contract
 * @param database the database, or with a star at its end what the names of databases begin with
 * @param roles the roles that the user, or the entity, is to have, as they were written
 * @param entityType the kind of role of its own that is asked for instead of a user
 * @param permissions what that role may do
 * @param externalNodeConnectivity whether clients outside of the model connect
 * @param secrets the parts of the answer that have to be secrets; empty for a client without them
 */
public record ClientRequest(
    String id,
    String salt,
    String database,
    List<String> roles,
    Optional<EntityType> entityType,
    List<EntityPermission> permissions,
    boolean externalNodeConnectivity,
    Set<String> secrets) {

  /** Copies the lists. */
  public ClientRequest {
    roles = List.copyOf(roles);
    permissions = List.copyOf(permissions);
    secrets = Set.copyOf(secrets);
  }

  /** Returns how it was written, and has to be answered. */
  public DataContract contract() {
    return id.isEmpty() ? DataContract.V0 : DataContract.V1;
  }

  /** Returns whether all databases that begin with a name are asked for. */
  public boolean isPrefix() {
    return database.endsWith("*");
  }
}
