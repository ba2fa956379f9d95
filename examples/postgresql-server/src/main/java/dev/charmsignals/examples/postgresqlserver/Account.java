package dev.charmsignals.examples.postgresqlserver;

import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Requirements;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a client gets: a user of its own, in a database that belongs to its application. So whoever
 * is integrated again finds what it wrote before, with another user.
 *
 * @param application the client's application
 * @param user the user that logs in
 * @param password the user's password
 * @param requirements the database, the roles that its owner gets, and the database's extensions
 */
record Account(String application, String user, String password, Requirements requirements) {

  private static final int RANDOM_BYTES = 24;

  /** Returns the user of a relation. */
  static String user(Relation relation) {
    return "relation-" + relation.id().number();
  }

  /** Returns the user of one of several requests of a relation, or of the only one. */
  static String user(Relation relation, String request) {
    return request.isEmpty() ? user(relation) : user(relation) + "-" + request;
  }

  static String newPassword() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().encodeToString(random);
  }

  /** Names the role that the database and all in it belongs to. */
  String owner() {
    return "app-" + application;
  }

  String database() {
    return requirements.database();
  }

  /** Tells no password. */
  @Override
  public String toString() {
    return user + " of " + application;
  }
}
