package dev.charmsignals.postgresqlclient;

/**
 * How a client writes its request. The provider answers in the same way; only the client chooses.
 */
public enum DataContract {
  /** One key for each part of the request; every provider understands it. */
  V0,
  /** A JSON list under {@code requests}; older providers never answer it. */
  V1
}
