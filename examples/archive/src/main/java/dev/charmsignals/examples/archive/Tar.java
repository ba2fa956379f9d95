package dev.charmsignals.examples.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The machine's own tar. */
final class Tar implements Archiver {

  @Override
  public OptionalLong size(String directory) throws IOException {
    Path root = Path.of(directory);
    if (!Files.isDirectory(root)) {
      return OptionalLong.empty();
    }
    try (Stream<Path> paths = Files.walk(root)) {
      long bytes = 0;
      for (Path path : (Iterable<Path>) paths::iterator) {
        bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
      }
      return OptionalLong.of(bytes);
    }
  }

  @Override
  public void write(String directory, String file) throws IOException {
    Process tar = new ProcessBuilder("tar", "-czf", file, "-C", directory, ".").inheritIO().start();
    try {
      int status = tar.waitFor();
      if (status != 0) {
        throw new IOException("tar of %s ended with status %d".formatted(directory, status));
      }
    } catch (InterruptedException interrupted) {
      tar.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while tar wrote " + file, interrupted);
    }
  }
}
