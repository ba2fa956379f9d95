package dev.charmsignals.postgresqlclient;

import java.util.List;
import java.util.Optional;

/**
 * All that a relation's readiness and its connection strings follow from.
 *
 * @param broken whether this is the relation's last hook, or after it
 * @param asked what this application asked for, as far as this unit may see
 * @param answer what the provider wrote
 * @param subordinateReady whether a unit of the provider says that it is ready
 * @param user the user; empty if there is none
 * @param password the user's password; empty if there is none
 * @param entity the name of the role that was asked for; empty if there is none
 * @param entityPassword its password; empty if there is none, as for a group
 * @param tls whether the provider takes TLS
 * @param tlsUnknown whether what it says of TLS is there and could not be read, so that nobody may
 *     log in yet: it could be in clear
 * @param authority the certificates that sign the provider's, in PEM; empty if there are none
 * @param unclear whether something could not be read this time, so that what is missing may be
 *     there
 */
record Facts(
    boolean broken,
    Asked asked,
    Answer answer,
    boolean subordinateReady,
    String user,
    String password,
    String entity,
    String entityPassword,
    boolean tls,
    boolean tlsUnknown,
    String authority,
    boolean unclear) {

  /** Returns how far it is, by the first that applies. */
  Readiness readiness() {
    if (broken) {
      return Readiness.NO_RELATION;
    }
    if (fatal().isPresent()) {
      return Readiness.BLOCKED_PROVIDER;
    }
    if (asked.nothing()) {
      return Readiness.WAITING_REQUEST;
    }
    if (isGated()) {
      return Readiness.WAITING_SUBORDINATE;
    }
    if (!hasLogin() || tlsUnknown) {
      return Readiness.WAITING_CREDENTIALS;
    }
    if (databases().isEmpty()) {
      return Readiness.WAITING_DATABASE;
    }
    return answer.servers().isEmpty() ? Readiness.WAITING_ENDPOINTS : Readiness.READY;
  }

  /** Returns the first thing that the provider says is wrong and stays so. */
  Optional<ProviderStatus> fatal() {
    for (ProviderStatus status : answer.statuses()) {
      if (status.isFatal()) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** Returns whether the provider is subordinate, and none of its units ready. */
  boolean isGated() {
    return answer.isSubordinated() && !subordinateReady;
  }

  /** Returns whether there is somebody to log in as. */
  boolean hasLogin() {
    return !login().isEmpty() && !loginPassword().isEmpty();
  }

  String login() {
    return isOfEntity() ? entity : user;
  }

  String loginPassword() {
    return isOfEntity() ? entityPassword : password;
  }

  private boolean isOfEntity() {
    return user.isEmpty() || !entity.isEmpty() && asked.entity();
  }

  /** Returns the databases to connect to, the first of which is taken unless told otherwise. */
  List<String> databases() {
    String name = answer.database().orElse(asked.database());
    boolean many = name.isEmpty() || name.endsWith("*") || asked.database().endsWith("*");
    return many ? answer.prefixDatabases() : List.of(name);
  }

  /** Tells nothing of what it holds. */
  @Override
  public String toString() {
    return "Facts[" + readiness() + "]";
  }
}
