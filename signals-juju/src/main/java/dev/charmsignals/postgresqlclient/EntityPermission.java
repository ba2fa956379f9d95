package dev.charmsignals.postgresqlclient;

import java.util.List;

/**
 * What an entity may do with something in the database.
 *
 * @param resourceName the table, schema or whatever it is
 * @param resourceType what it is, such as {@code TABLE}
 * @param privileges what is allowed, such as {@code SELECT}
 */
public record EntityPermission(String resourceName, String resourceType, List<String> privileges) {

  /** Copies the privileges. */
  public EntityPermission {
    privileges = List.copyOf(privileges);
  }
}
