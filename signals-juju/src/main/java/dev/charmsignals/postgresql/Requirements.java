package dev.charmsignals.postgresql;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a charm asks of a PostgreSQL server, such as {@code Requirements.database("orders")}.
 *
 * <p>Roles and extensions are kept in order and each once, so that what asks for the same is equal.
 * Text that cannot be asked for is refused here, before anything is written.
 *
 * @param database the name of the database; empty to let the server choose
 * @param roles the roles that the user is to have
 * @param extensions the extensions that the database is to have, {@code name} or {@code
 *     name:schema}; not every interface can ask for them
 */
public record Requirements(String database, List<String> roles, List<String> extensions) {

  /** Asks for a database of whatever name, without roles and extensions. */
  public static final Requirements NONE = new Requirements("", List.of(), List.of());

  /**
   * Orders the lists.
   *
   * @throws RequirementsException when a name has control characters, or one of a list is blank,
   *     has blanks around it, or a comma, which separates them
   */
  public Requirements {
    if (hasControl(database) || !database.strip().equals(database)) {
      throw new RequirementsException("database", database, "\"orders\"");
    }
    roles = ordered("role", roles, "\"readers\"");
    extensions = ordered("extension", extensions, "\"citext\" or \"citext:public\"");
  }

  /** Asks for a database of this name; an empty one lets the server choose. */
  public static Requirements database(String name) {
    return NONE.withDatabase(name);
  }

  /** Returns the same for a database of this name; an empty one lets the server choose. */
  public Requirements withDatabase(String name) {
    return new Requirements(name, roles, extensions);
  }

  /** Returns the same with these roles and no others. */
  public Requirements withRoles(String... names) {
    return withRoles(Arrays.asList(names));
  }

  /** Returns the same with these roles and no others. */
  public Requirements withRoles(Collection<String> names) {
    return new Requirements(database, List.copyOf(names), extensions);
  }

  /** Returns the same with these extensions and no others. */
  public Requirements withExtensions(String... names) {
    return withExtensions(Arrays.asList(names));
  }

  /** Returns the same with these extensions and no others. */
  public Requirements withExtensions(Collection<String> names) {
    return new Requirements(database, roles, List.copyOf(names));
  }

  private static List<String> ordered(String kind, List<String> names, String right) {
    for (String name : names) {
      if (name.isEmpty()
          || name.indexOf(',') >= 0
          || hasControl(name)
          || !name.strip().equals(name)) {
        throw new RequirementsException(kind, name, right);
      }
    }
    return List.copyOf(new TreeSet<>(names));
  }

  private static boolean hasControl(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
