package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.archive.CharmArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds what the build made of the charms: archives, and what is in them as directories. */
final class Charms {

  private Charms() {}

  /** Returns the archive of a charm for this machine. */
  static CharmArchive archive(Path examples, String charm) {
    return CharmArchive.read(examples.resolve(charm).resolve("target"));
  }

  /** Returns a charm as it was packed, with variables that Juju would not set. */
  static CharmUnderTest packed(Path examples, String charm, Map<String, String> variables) {
    return CharmUnderTest.packed(archive(examples, charm).file(), variables);
  }

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
