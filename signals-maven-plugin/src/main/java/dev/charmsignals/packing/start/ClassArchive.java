package dev.charmsignals.packing.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The classes that a charm's hooks load, in a form that Java maps: made when the charm is packed,
 * so that its first hook has it and no unit writes anything.
 *
 * <p>Java takes an archive only where it finds the same JVM and the same jars, by their relative
 * paths and sizes. It compares the times of jars, too, which Juju does not keep; up to 24 it does
 * not if a jar's time was 1970-01-01, and from 25 on never. So {@code dispatch} looks whether a jar
 * is newer than the archive, which must therefore be unpacked last.
 */
public final class ClassArchive {

  private static final String REHEARSAL = "dev.charmsignals.rehearsal.Rehearsal";
  private static final String OFF = "-Xshare:off";

  private final ArchiveKind kind;
  private final CharmJava java;

  private ClassArchive(ArchiveKind kind, CharmJava java) {
    this.kind = kind;
    this.java = java;
  }

  /**
   * Makes the archive of a charm that brings a runtime along which runs here.
   *
   * @param charm the charm's directory, complete but for the archive and dispatch
   * @param jars the class path: the jars by their paths in the charm
   * @param mainClass the class that dispatch starts
   * @param options what dispatch will give to Java; with {@code -Xshare:off} no archive is made
   * @return how dispatch uses it; empty where there is none
   * @throws ClassArchiveException if the charm cannot be constructed, or the archive is no use
   */
  public static Optional<ArchiveUse> make(
      Path charm, List<String> jars, String mainClass, List<String> options) {
    Path runtime = charm.resolve("runtime");
    if (options.contains(OFF) || !CharmJava.runs(runtime) || !hasRehearsal(charm, jars)) {
      return Optional.empty();
    }
    ArchiveKind kind = ArchiveKind.of(CharmJava.release(runtime));
    CharmJava java = new CharmJava(charm, String.join(":", jars), options);
    try {
      Path work = Files.createTempDirectory("archive");
      try {
        new ClassArchive(kind, java).make(charm, jars, mainClass, work);
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new ClassArchiveException("Cannot make " + charm.resolve(kind.file()), e);
    }
    return Optional.of(new ArchiveUse(kind.file(), kind.options()));
  }

  private void make(Path charm, List<String> jars, String mainClass, Path work) throws IOException {
    for (String jar : jars) {
      Files.setLastModifiedTime(charm.resolve(jar), FileTime.fromMillis(0));
    }
    Path classes = work.resolve("classes");
    rehearse(kind.noting(classes.toString()), mainClass, work.resolve("noting"));
    if (kind == ArchiveKind.CLASS_DATA) {
      Set<String> all = new TreeSet<>(Files.readAllLines(classes));
      all.addAll(usual(charm.resolve("runtime/lib/classlist")));
      Files.write(classes, inOrder(all));
    }
    java.onOneProcessor().run(kind.making(classes.toString()), List.of());
    for (String jar : jars) {
      Files.setLastModifiedTime(
          charm.resolve(jar), FileTime.fromMillis(System.currentTimeMillis()));
    }
    rehearse(kind.insisting(), mainClass, work.resolve("insisting"));
    Path archive = charm.resolve(kind.file());
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setLastModifiedTime(archive, FileTime.fromMillis(System.currentTimeMillis()));
  }

  private void rehearse(List<String> options, String mainClass, Path stage) throws IOException {
    Files.createDirectory(stage);
    java.run(options, List.of(REHEARSAL, stage.toString(), mainClass));
  }

  /** What the runtime's makers found in usual programs, for the handlers that do not run here. */
  private static List<String> usual(Path list) throws IOException {
    return Files.exists(list)
        ? Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")).toList()
        : List.of();
  }

  /**
   * Sorted, since threads loaded them in an order of their own, and the same charm is to give the
   * same bytes; what begins with {@code @} speaks of classes, so it follows them.
   */
  private static List<String> inOrder(Set<String> sorted) {
    return Stream.concat(
            sorted.stream().filter(line -> !line.startsWith("@")),
            sorted.stream().filter(line -> line.startsWith("@")))
        .toList();
  }

  private static boolean hasRehearsal(Path charm, List<String> jars) {
    // Its group stands before its name in a charm that has another jar of that name.
    return jars.stream()
            .anyMatch(jar -> jar.matches(".*/(dev\\.charmsignals\\.)?signals-juju\\.jar"))
        && Files.exists(charm.resolve("metadata.yaml"));
  }

  private static void delete(Path work) throws IOException {
    try (Stream<Path> all = Files.walk(work)) {
      List<Path> deepestFirst = new ArrayList<>(all.toList());
      Collections.reverse(deepestFirst);
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    }
  }

  /** For the messages of failures: what Java said, which is UTF-8 as its LANG asks for. */
  static String text(byte[] output) {
    return new String(output, StandardCharsets.UTF_8).strip();
  }
}
