package dev.charmsignals.postgresqlclient;

/** How far a relation to a provider is; the first that applies. */
public enum Readiness {
  /** There is no relation, or this is its last hook. */
  NO_RELATION,
  /** The provider says that something is wrong which somebody has to set right. */
  BLOCKED_PROVIDER,
  /** Nothing has been asked for yet, as far as this unit may see. */
  WAITING_REQUEST,
  /** The provider is beside this unit's workload, and none of its units is ready. */
  WAITING_SUBORDINATE,
  /**
   * There is no user with a password, or this unit may not read its secret, or that of TLS, yet.
   */
  WAITING_CREDENTIALS,
  /** No database has the prefix that was asked for. */
  WAITING_DATABASE,
  /** The provider tells of no server; while this lasts, what is connected may stay so. */
  WAITING_ENDPOINTS,
  /** A connection string is there. */
  READY
}
