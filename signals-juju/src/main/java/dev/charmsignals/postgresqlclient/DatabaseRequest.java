package dev.charmsignals.postgresqlclient;

import dev.charmsignals.postgresql.Requirements;
import java.util.List;
import java.util.Optional;

/**
 * All that a charm can ask of a provider, such as {@code
 * DatabaseRequest.database("orders").withRoles("CREATEDB")}.
 *
 * <p>Providers act on the first request of a relation. Later on only {@code
 * externalNodeConnectivity} and the permissions of an entity can change; for another database or
 * other roles the relation has to be made anew.
 *
 * @param requirements the database and the roles of its user; the database may be a prefix, as in
 *     {@code app*}, for all databases that begin with it
 * @param entity asks for a role of its own instead of a user
 * @param externalNodeConnectivity whether clients outside of the model connect, too
 * @param prefixMatching how the provider is to match a prefix, such as {@code all}
 * @param extraSecrets what else the provider is to answer as a secret
 * @param contract how it is written
 * @param salt what makes the request's id in contract V1, 16 letters and digits; empty to have one
 *     made of the relation and the database
 */
public record DatabaseRequest(
    Requirements requirements,
    Optional<Entity> entity,
    boolean externalNodeConnectivity,
    Optional<String> prefixMatching,
    List<String> extraSecrets,
    DataContract contract,
    Optional<String> salt) {

  /**
   * Checks the names.
   *
   * @throws DatabaseRequestException when a provider would misunderstand or refuse one
   */
  public DatabaseRequest {
    RequestRules.require(requirements);
    extraSecrets = List.copyOf(extraSecrets);
    for (String name : extraSecrets) {
      RequestedSecrets.require(name);
    }
    if (salt.isPresent()) {
      RequestRules.requireSalt(salt.get());
    }
    if (contract == DataContract.V1) {
      RequestRules.requireV1(extraSecrets, prefixMatching, entity);
    }
  }

  /** Asks for a database of this name, or for those that begin with it if it ends with a star. */
  public static DatabaseRequest database(String name) {
    return of(Requirements.database(name));
  }

  /** Asks for this in the way that every provider understands. */
  public static DatabaseRequest of(Requirements requirements) {
    return new DatabaseRequest(
        requirements,
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        DataContract.V0,
        Optional.empty());
  }

  /**
   * Returns the same with these roles and no others.
   *
   * @param names with commas between them, as config options have it; blanks around do not matter
   */
  public DatabaseRequest withRoles(String names) {
    return with(requirements.withRoles(CommaList.of(names)));
  }

  /** Returns the same for a role of its own. */
  public DatabaseRequest withEntity(Entity asked) {
    return new DatabaseRequest(
        requirements,
        Optional.of(asked),
        externalNodeConnectivity,
        prefixMatching,
        extraSecrets,
        contract,
        salt);
  }

  /** Returns the same for clients outside of the model, or not. */
  public DatabaseRequest withExternalNodeConnectivity(boolean external) {
    return new DatabaseRequest(
        requirements, entity, external, prefixMatching, extraSecrets, contract, salt);
  }

  /** Returns the same with a way to match a prefix. */
  public DatabaseRequest withPrefixMatching(String matching) {
    return new DatabaseRequest(
        requirements,
        entity,
        externalNodeConnectivity,
        Optional.of(matching),
        extraSecrets,
        contract,
        salt);
  }

  /** Returns the same with more to be answered as a secret. */
  public DatabaseRequest withExtraSecrets(String... names) {
    return new DatabaseRequest(
        requirements,
        entity,
        externalNodeConnectivity,
        prefixMatching,
        List.of(names),
        contract,
        salt);
  }

  /**
   * Returns the same in another way of writing; V1 only for providers that are known to speak it.
   */
  public DatabaseRequest withContract(DataContract spoken) {
    return new DatabaseRequest(
        requirements, entity, externalNodeConnectivity, prefixMatching, extraSecrets, spoken, salt);
  }

  /** Returns the same with a salt of one's own. */
  public DatabaseRequest withSalt(String text) {
    return new DatabaseRequest(
        requirements,
        entity,
        externalNodeConnectivity,
        prefixMatching,
        extraSecrets,
        contract,
        Optional.of(text));
  }

  private DatabaseRequest with(Requirements others) {
    return new DatabaseRequest(
        others, entity, externalNodeConnectivity, prefixMatching, extraSecrets, contract, salt);
  }

  /** Returns whether all databases that begin with a name are asked for. */
  public boolean isPrefix() {
    return requirements.database().endsWith("*");
  }
}
