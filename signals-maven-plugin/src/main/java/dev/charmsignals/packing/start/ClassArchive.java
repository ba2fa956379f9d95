package dev.charmsignals.packing.start;

import dev.charmsignals.packing.TemporaryDirectory;
import dev.charmsignals.packing.archive.CharmArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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
 * not if a jar's time was 1970-01-01, and from 25 on never. It does not look either whether the
 * archive was unpacked to its end. So a file is added that is unpacked after them, and {@code
 * dispatch} looks whether anything is newer than that.
 *
 * <p>On Java 17 the same charm gives the same bytes each time, where the machine lets the threads
 * of Java {@linkplain TakingTurns take turns}.
 */
public final class ClassArchive {

  private static final String REHEARSAL = "dev.charmsignals.rehearsal.Rehearsal";
  private static final String OFF = "-Xshare:off";
  private static final String LAST = CharmArchive.LAST + "/unpacked";
  private static final String WHY =
      "Unpacked after the jars and the archive of classes beside this directory. If one of them is"
          + " newer than this file, hooks do without the archive.\n";

  /** Far more than the seconds that a rehearsal takes on a busy machine. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** The archive is made on one processor, and by an interpreter. */
  private static final Duration MAKING_LIMIT = Duration.ofMinutes(15);

  /** One of eight times the threads of Java do not keep the order. */
  private static final int ATTEMPTS = 8;

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
    CharmJava java = new CharmJava(charm, String.join(":", jars), options, LIMIT);
    try {
      try (TemporaryDirectory work = TemporaryDirectory.of("archive")) {
        new ClassArchive(kind, java).make(charm, jars, mainClass, work.path());
      }
    } catch (IOException e) {
      throw new ClassArchiveException("Cannot make " + charm.resolve(kind.file()), e);
    }
    return Optional.of(new ArchiveUse(kind.file(), LAST, kind.options()));
  }

  /** Returns whether a charm's directory holds one. */
  public static boolean isIn(Path charm) {
    for (ArchiveKind kind : ArchiveKind.values()) {
      if (Files.exists(charm.resolve(kind.file()))) {
        return true;
      }
    }
    return false;
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
    dump(classes, work.resolve("loads"));
    for (String jar : jars) {
      dateNow(charm.resolve(jar));
    }
    rehearse(kind.insisting(), mainClass, work.resolve("insisting"));
    Path archive = charm.resolve(kind.file());
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
    dateNow(archive);
    Path last = charm.resolve(LAST);
    Files.createDirectories(last.resolveSibling(""));
    Files.writeString(last, WHY);
    dateNow(last);
  }

  /** By the clock of this program, since that of the file system goes after it. */
  private static void dateNow(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
  }

  /**
   * Makes the archive; again, if it depends on a race. Java starts two threads before it loads most
   * of its classes, and if one of them is the first to load the one class that they need, the names
   * in that class stand elsewhere.
   */
  private void dump(Path classes, Path loads) throws IOException {
    List<String> turns = kind == ArchiveKind.CLASS_DATA ? TakingTurns.words() : List.of();
    int attempts = turns.isEmpty() ? 1 : ATTEMPTS;
    CharmJava maker = java.within(MAKING_LIMIT);
    do {
      maker.run(turns, kind.making(classes.toString(), loads.toString()), List.of());
      attempts--;
    } while (attempts > 0 && threads(loads) > 1);
  }

  /** Counts the threads that lines such as {@code [4221] java.lang.Object source: ...} speak of. */
  private static long threads(Path loads) throws IOException {
    try (Stream<String> lines = Files.lines(loads)) {
      return lines.map(line -> line.substring(0, line.indexOf(']') + 1)).distinct().count();
    }
  }

  private void rehearse(List<String> options, String mainClass, Path stage) throws IOException {
    Files.createDirectory(stage);
    java.run(List.of(), options, List.of(REHEARSAL, stage.toString(), mainClass));
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
}
