package dev.charmsignals.postgresqlclient;

/**
 * Who logs in, and how. Prints no password.
 *
 * @param username the user
 * @param password the password; not to be logged
 */
public record Credentials(String username, String password) {

  /** Returns the user alone. */
  @Override
  public String toString() {
    return "Credentials[" + username + "]";
  }
}
