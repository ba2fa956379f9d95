package dev.charmsignals.pebble;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file or directory in a container.
 *
 * @param path its whole path
 * @param name the last part of the path
 * @param type {@code file}, {@code directory}, {@code symlink}, {@code socket}, {@code named-pipe},
 *     {@code device} or {@code unknown}
 * @param size how many bytes it has; 0 for what is no file
 * @param permissions its mode, such as {@code 0644}
 * @param modified when it was last modified, in whole seconds
 * @param userId its owner
 * @param user the owner's name, if it has one
 * @param groupId its group
 * @param group the group's name, if it has one
 */
public record FileInfo(
    String path,
    String name,
    String type,
    long size,
    int permissions,
    Instant modified,
    OptionalInt userId,
    Optional<String> user,
    OptionalInt groupId,
    Optional<String> group) {

  /** Returns whether it is a directory. */
  public boolean isDirectory() {
    return type.equals("directory");
  }

  static FileInfo of(Fields fields) {
    return new FileInfo(
        fields.text("path"),
        fields.text("name"),
        fields.textOr("type", "unknown"),
        fields.whole("size"),
        mode(fields.text("permissions")),
        fields.time("last-modified"),
        fields.optionalInt("user-id"),
        fields.optionalText("user"),
        fields.optionalInt("group-id"),
        fields.optionalText("group"));
  }

  private static int mode(String octal) {
    try {
      return Integer.parseInt(octal, 8);
    } catch (NumberFormatException e) {
      throw new PebbleProtocolException("permissions of a file are no octal number", e);
    }
  }
}
