package dev.charmsignals.testkit.archive;

import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the archive for this machine where packing has put one for each architecture. */
final class ArchiveSearch {

  /** What Juju calls the architectures that Java calls otherwise. */
  private static final Map<String, String> NAMES =
      Map.of("x86_64", "amd64", "aarch64", "arm64", "ppc64le", "ppc64el");

  private ArchiveSearch() {}

  static Path in(Path directory) {
    String machine = System.getProperty("os.arch", "amd64");
    String architecture = NAMES.getOrDefault(machine, machine);
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "*_" + architecture + ".charm")) {
      files.forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into " + directory, e);
    }
    if (found.isEmpty()) {
      throw new ImpossibleWorldException(
          ("There is no archive for %s in %s; \"mvn package\" makes one,"
                  + " such as panel_ubuntu-24.04_%s.charm")
              .formatted(architecture, directory, architecture));
    }
    if (found.size() > 1) {
      throw new ImpossibleWorldException(
          "There are several archives for %s in %s; name one of %s"
              .formatted(architecture, directory, found.stream().sorted().toList()));
    }
    return found.get(0);
  }
}
