package dev.charmsignals.pgsql;

import dev.charmsignals.model.Databag;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresql.RequirementsException;
import java.util.Map;

/**
 * What a client asks for as it is written in bags, and what a server mirrors: texts that must be
 * the same on both sides. An empty one is one that is not there.
 *
 * @param database the name of the database
 * @param roles names with commas between, in order
 * @param extensions names with commas between, in order
 */
record Request(String database, String roles, String extensions) {

  static final String DATABASE = "database";
  static final String ROLES = "roles";
  static final String EXTENSIONS = "extensions";
  static final Request NONE = new Request("", "", "");

  static Request of(Requirements requirements) {
    return new Request(
        requirements.database(),
        String.join(",", requirements.roles()),
        String.join(",", requirements.extensions()));
  }

  /** Reads one from a bag, whatever the texts are. */
  static Request of(Map<String, String> bag) {
    return new Request(text(bag, DATABASE), text(bag, ROLES), text(bag, EXTENSIONS));
  }

  private static String text(Map<String, String> bag, String key) {
    String text = bag.get(key);
    return text == null ? "" : text;
  }

  /**
   * Returns what it asks for.
   *
   * @throws RequirementsException when somebody wrote what nobody can ask for
   */
  Requirements requirements() {
    return new Requirements(database, Network.split(roles), Network.split(extensions));
  }

  /** Returns whether another says the same; as equals does, which costs a record's first hook. */
  boolean saysAs(Request other) {
    return database.equals(other.database)
        && roles.equals(other.roles)
        && extensions.equals(other.extensions);
  }

  boolean isEmpty() {
    return database.isEmpty() && roles.isEmpty() && extensions.isEmpty();
  }

  /** Returns whether a server that mirrors this other one has done all that is asked for here. */
  boolean isMetBy(Request mirror) {
    return (database.isEmpty() || database.equals(mirror.database))
        && roles.equals(mirror.roles)
        && extensions.equals(mirror.extensions);
  }

  /** Writes it to a bag, where it differs. */
  void writeTo(Databag bag) {
    write(bag, DATABASE, database);
    write(bag, ROLES, roles);
    write(bag, EXTENSIONS, extensions);
  }

  static void write(Databag bag, String key, String value) {
    String before = bag.get(key);
    if (value.isEmpty() && before != null) {
      bag.remove(key);
    } else if (!value.isEmpty() && !value.equals(before)) {
      bag.put(key, value);
    }
  }

  /** Returns this one with texts of another where it has none. */
  Request orElse(Request other) {
    return new Request(
        database.isEmpty() ? other.database : database,
        roles.isEmpty() ? other.roles : roles,
        extensions.isEmpty() ? other.extensions : extensions);
  }
}
