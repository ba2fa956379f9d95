package dev.charmsignals.examples.together;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the JVMs of hooks have their classes from, by their own account. */
final class Loads {

  private static final String MAPPED = " source: shared objects file";

  private Loads() {}

  /** Returns an option that has each JVM write it into a file of its own in a directory. */
  static String noted(Path directory) {
    return "-Xlog:class+load:file=%s/loads-%%p".formatted(directory);
  }

  /** Returns the name of the file of a process. */
  static String name(long process) {
    return "loads-" + process;
  }

  /** Returns the lines of all files in a directory, and deletes them. */
  static List<String> taken(Path directory) throws IOException {
    List<String> lines = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "loads-*")) {
      for (Path file : files) {
        lines.addAll(Files.readAllLines(file));
        Files.delete(file);
      }
    }
    return lines;
  }

  /** Returns whether a class was mapped from an archive. */
  static boolean maps(List<String> loads, String name) {
    return loads.stream().anyMatch(line -> line.contains(" " + name + MAPPED));
  }

  /** Returns the lines about classes that were read from a jar. */
  static List<String> fromJars(List<String> loads) {
    return loads.stream().filter(line -> line.endsWith(".jar")).toList();
  }

  /** Returns the archive of classes in a charm's directory. */
  static Path archive(Path charm) {
    return Stream.of("lib/charm.jsa", "lib/charm.aot")
        .map(charm::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no archive in " + charm));
  }

  /** Makes a dispatch that needs no agent: it rehearses the charm in the directory $STAGE. */
  static Path rehearsing(Path charm, String mainClass) throws IOException {
    String dispatch = Files.readString(charm.resolve("dispatch"));
    Path copy = charm.resolve("dispatch-rehearsal");
    Files.writeString(
        copy,
        dispatch.replace(
            " " + mainClass, " dev.charmsignals.rehearsal.Rehearsal \"$STAGE\" " + mainClass));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    return copy;
  }
}
