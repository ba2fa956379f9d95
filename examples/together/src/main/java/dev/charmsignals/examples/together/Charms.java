package dev.charmsignals.examples.together;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the charm directories that the build made. */
final class Charms {

  private Charms() {}

  /**
   * Returns the directory that Juju would unpack for a charm.
   *
   * @throws IllegalStateException when it has not been built
   */
  static Path directory(Path examples, String charm) {
    Path directory = examples.resolve(charm).resolve("target/charm");
    if (!Files.exists(directory.resolve("lib/signals-juju.jar"))) {
      throw new IllegalStateException(
          "%s is not built; run \"mvn package\" first".formatted(directory));
    }
    return directory;
  }
}
