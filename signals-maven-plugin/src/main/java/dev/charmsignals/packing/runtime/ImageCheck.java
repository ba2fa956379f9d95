package dev.charmsignals.packing.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether an image runs on a platform, looked at from outside: it may be of another architecture.
 *
 * <p>What is caught here would otherwise fail every hook on the user's machine.
 */
final class ImageCheck {

  /** The minor version of glibc 2 that a base has. Bases that are not here are not checked. */
  private static final Map<String, Integer> GLIBC =
      Map.of(
          "ubuntu-18.04", 27,
          "ubuntu-20.04", 31,
          "ubuntu-22.04", 35,
          "ubuntu-24.04", 39,
          "almalinux-9", 34);

  private ImageCheck() {}

  /**
   * Checks an image.
   *
   * @param base such as {@code ubuntu-24.04}
   * @param architecture such as {@code amd64}
   */
  static void check(Path image, Path jdk, String base, String architecture) {
    try {
      Path java = image.resolve("bin/java");
      String found = LinuxProgram.architecture(java).orElse("another system than Linux");
      if (!found.equals(architecture)) {
        throw new RuntimeImageException(
            "%s is a JDK for %s, and the charm's platform is %s; name a JDK for it, such as <jdks><%s>/opt/jdk-%s</%s></jdks>"
                .formatted(jdk, found, architecture, architecture, architecture, architecture));
      }
      if (LinuxProgram.asksForMusl(java)) {
        throw new RuntimeImageException(
            "%s is a JDK for musl (Alpine), and %s has glibc; use one for glibc"
                .formatted(jdk, base));
      }
      int there = GLIBC.getOrDefault(base, Integer.MAX_VALUE);
      int needed = glibc(image);
      if (needed > there) {
        throw new RuntimeImageException(
            "%s needs glibc 2.%d, and %s has 2.%d; use a JDK that was built on an older system, such as Eclipse Temurin"
                .formatted(jdk, needed, base, there));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + image, e);
    }
  }

  private static int glibc(Path image) throws IOException {
    int newest = LinuxProgram.glibc(image.resolve("bin/java"));
    try (Stream<Path> files = Files.walk(image.resolve("lib"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".so")).toList()) {
        newest = Math.max(newest, LinuxProgram.glibc(file));
      }
    }
    return newest;
  }
}
