package dev.charmsignals.examples.together.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once for this JVM into a directory that is gone with it.
 *
 * <p>They come from Maven, for the platform that the build runs on.
 */
final class Installation {

  private static final List<String> PLATFORMS =
      List.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64");

  private static @Nullable Installation installation;

  /** Copying files of a server takes longer than all else on a busy disk. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final long ROOM = 1L << 30;

  private final Path home;
  private final Path files;
  private final Unprivileged user;
  private final Deque<PostgresServer> running = new ArrayDeque<>();

  private @Nullable Template template;

  private Installation(Path home, Path files, Unprivileged user) {
    this.home = home;
    this.files = files;
    this.user = user;
  }

  /** Returns it, or skips the test where there is none for this machine. */
  static synchronized Installation get() throws IOException, InterruptedException {
    if (installation == null) {
      installation = unpack();
    }
    return installation;
  }

  private static Installation unpack() throws IOException, InterruptedException {
    Unprivileged user = Unprivileged.find();
    Path home = Files.createTempDirectory("postgresql-");
    Path files = hasRoomInMemory() ? Files.createTempDirectory(MEMORY, "postgresql-") : home;
    Installation unpacked = new Installation(home, files, user);
    Runtime.getRuntime().addShutdownHook(new Thread(unpacked::remove));
    try (InputStream archive = archive()) {
      if (archive == null) {
        throw Unprivileged.skip("There is no PostgreSQL to be had for this platform");
      }
      user.own(home);
      user.own(files);
      Process tar =
          new ProcessBuilder("tar", "-x", "-C", home.toString())
              .inheritIO()
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .start();
      try (OutputStream out = tar.getOutputStream()) {
        new XZInputStream(archive).transferTo(out);
      }
      if (tar.waitFor() != 0) {
        throw new IOException("tar ended with " + tar.exitValue());
      }
    }
    return unpacked;
  }

  private static boolean hasRoomInMemory() throws IOException {
    return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
  }

  private static @Nullable InputStream archive() {
    for (String platform : PLATFORMS) {
      InputStream archive =
          Installation.class.getResourceAsStream("/postgres-" + platform + ".txz");
      if (archive != null) {
        return archive;
      }
    }
    return null;
  }

  /** Returns libpq of the same version. */
  Path libpq() throws IOException {
    try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
      return libraries
          .filter(
              library -> library.getFileName().toString().matches("libpq\\.(so\\.)?5(\\.dylib)?"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Returns what every server starts as. */
  synchronized Template template() throws IOException, InterruptedException {
    if (template == null) {
      template = Template.make(this);
    }
    return template;
  }

  /** Returns a directory for one server, which only the servers' user can look into. */
  Path directory(String name) throws IOException {
    Path directory = Files.createTempDirectory(files, name + "-");
    user.own(directory);
    return directory;
  }

  /** Runs one of the programs to its end as the servers' user, and fails if it does. */
  void run(String program, String... arguments) throws IOException, InterruptedException {
    user.run(home.resolve("bin").resolve(program).toString(), arguments);
  }

  Unprivileged user() {
    return user;
  }

  synchronized void started(PostgresServer server) {
    running.push(server);
  }

  synchronized void stopped(PostgresServer server) {
    running.remove(server);
  }

  private synchronized void remove() {
    try {
      while (!running.isEmpty()) {
        running.peek().close();
      }
      remove(home);
      if (!files.equals(home)) {
        remove(files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
