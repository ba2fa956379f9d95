package dev.charmsignals.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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

  /** Deletes everything. */
  @Override
  public void close() {
    if (root == null) {
      return;
    }
    try {
      Files.walkFileTree(root, new Deletion());
      root = null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + root, e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
