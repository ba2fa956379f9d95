package dev.charmsignals.postgresqlclient;

/** What a provider makes for a charm that asks for a role of its own instead of a user. */
public enum EntityType {
  /** A role that logs in. */
  USER,
  /** A role that others are members of, which logs in nowhere. */
  GROUP
}
