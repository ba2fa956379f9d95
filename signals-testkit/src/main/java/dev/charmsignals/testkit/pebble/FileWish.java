package dev.charmsignals.testkit.pebble;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a file or directory should be. */
record FileWish(String path, int mode, boolean parents, String user, String group) {

  static FileWish of(Map<String, @Nullable Object> fields) throws IOException {
    String permissions = Trees.text(fields, "permissions");
    if (!permissions.isEmpty()
        && (permissions.length() != 3
            || !permissions.chars().allMatch(c -> c >= '0' && c <= '7'))) {
      throw new IOException(
          "permissions must be a 3-digit octal string, got \"" + permissions + "\"");
    }
    return new FileWish(
        Trees.text(fields, "path"),
        permissions.isEmpty() ? -1 : Integer.parseInt(permissions, 8),
        Trees.flag(fields, "make-dirs") || Trees.flag(fields, "make-parents"),
        either(fields, "user", "user-id"),
        either(fields, "group", "group-id"));
  }

  private static String either(Map<String, @Nullable Object> fields, String name, String number) {
    String text = Trees.text(fields, name);
    return text.isEmpty() ? Trees.text(fields, number) : text;
  }
}
