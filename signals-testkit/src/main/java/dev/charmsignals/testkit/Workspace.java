package dev.charmsignals.testkit;

import dev.charmsignals.testkit.archive.Removal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of one simulated Juju, in a temporary directory that is made when first needed. */
public final class Workspace implements AutoCloseable {

  private @Nullable Path root;

  Workspace() {}

  /** Returns a directory below the root, which then exists. */
  public Path directory(String relative) {
    try {
      if (root == null) {
        root = Files.createTempDirectory("juju").toRealPath();
      }
      return Files.createDirectories(root.resolve(relative));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a directory for " + relative, e);
    }
  }

  /** Deletes a directory below the root, if it is there. */
  void delete(String relative) {
    if (root != null) {
      delete(root.resolve(relative));
    }
  }

  /** Deletes everything. */
  @Override
  public void close() {
    if (root != null) {
      delete(root);
      root = null;
    }
  }

  private static void delete(Path directory) {
    try {
      Removal.of(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + directory, e);
    }
  }
}
