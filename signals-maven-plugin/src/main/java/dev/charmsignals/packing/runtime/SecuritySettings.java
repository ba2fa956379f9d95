package dev.charmsignals.packing.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of Java's security, {@code java.security}: nine tenths of it are comments, and each
 * hook that opens a socket reads them all.
 */
final class SecuritySettings {

  private SecuritySettings() {}

  /** Leaves the settings of an image as they are, and takes the comments from between them. */
  static void withoutComments(Path image) throws IOException {
    Path file = image.resolve("conf/security/java.security");
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      Files.write(file, settings(lines), StandardCharsets.ISO_8859_1);
    }
  }

  private static List<String> settings(List<String> lines) {
    List<String> settings = new ArrayList<>();
    boolean goesOn = false;
    for (String line : lines) {
      String text = line.strip();
      if (goesOn || !(text.isEmpty() || text.startsWith("#") || text.startsWith("!"))) {
        settings.add(line);
        goesOn = goesOn(line);
      }
    }
    return settings;
  }

  /** Whether a line ends in an odd number of backslashes, after which its setting goes on. */
  private static boolean goesOn(String line) {
    int at = line.length();
    while (at > 0 && line.charAt(at - 1) == '\\') {
      at--;
    }
    return (line.length() - at) % 2 == 1;
  }
}
