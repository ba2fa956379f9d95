package dev.charmsignals.pebble;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How a file or directory is to be made in a container. Immutable; each method returns a new one.
 *
 * @param mode its permissions; Pebble's usual ones if empty, 0644 and 0755
 * @param makeParents whether directories above it are made where they are missing
 * @param userId its owner by number
 * @param user its owner by name; may be empty
 * @param groupId its group by number
 * @param group its group by name; may be empty
 */
public record FileOptions(
    OptionalInt mode,
    boolean makeParents,
    OptionalInt userId,
    String user,
    OptionalInt groupId,
    String group) {

  /** Nothing but what is usual. */
  public static FileOptions usual() {
    return new FileOptions(
        OptionalInt.empty(), false, OptionalInt.empty(), "", OptionalInt.empty(), "");
  }

  /** Sets the permissions, such as 0600, which overwrite those of a file that exists. */
  public FileOptions mode(int permissions) {
    return new FileOptions(OptionalInt.of(permissions), makeParents, userId, user, groupId, group);
  }

  /** Makes the directories above it where they are missing. */
  public FileOptions withParents() {
    return new FileOptions(mode, true, userId, user, groupId, group);
  }

  /** Gives it to a user and a group by name. */
  public FileOptions owner(String user, String group) {
    return new FileOptions(mode, makeParents, userId, user, groupId, group);
  }

  /** Gives it to a user and a group by number. */
  public FileOptions owner(int userId, int groupId) {
    return new FileOptions(
        mode, makeParents, OptionalInt.of(userId), user, OptionalInt.of(groupId), group);
  }

  /** Returns the permissions as Pebble wants them: three octal digits. */
  String octal() {
    return String.format(Locale.ROOT, "%03o", mode.orElse(0));
  }
}
