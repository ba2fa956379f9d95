package dev.charmsignals.postgresqlclient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * The file with the certificates that sign a provider's, one for each relation. It always holds all
 * of one version, because a workload may read it at any time.
 *
 * @param path where it is
 */
record AuthorityFile(Path path) {

  /** Sees to it that it says this, also in a pod that was made anew. */
  void write(String certificates) {
    byte[] bytes = certificates.concat("\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(path) && Files.size(path) == bytes.length && holds(bytes)) {
        return;
      }
      Files.createDirectories(path.getParent());
      // Hooks of a unit never overlap, so the name is free, or left over by one that was killed.
      Path next = path.resolveSibling(path.getFileName().toString().concat(".next"));
      Files.deleteIfExists(next);
      Files.write(next, bytes, StandardOpenOption.CREATE_NEW);
      // Everybody may read certificates, and the workload may run as anybody.
      Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new AuthorityFileException(path, e);
    }
  }

  /** Deletes it if it is there. */
  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new AuthorityFileException(path, e);
    }
  }

  private boolean holds(byte[] bytes) throws IOException {
    return Arrays.equals(Files.readAllBytes(path), bytes);
  }
}
