package dev.charmsignals.packing.charm;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Trees of files, with their links and permissions. */
final class Tree {

  private static final CopyOption[] AS_THEY_ARE = {
    LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES
  };

  private Tree() {}

  /** Deletes a tree, if it is there. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Copies what a directory holds into another. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            add(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Copies a file to where nothing is yet; of a link, what it leads to.
   *
   * @throws CharmPartException if something is there
   */
  static void addFile(Path from, Path to) throws IOException {
    add(from.toRealPath(), to);
  }

  /**
   * Copies a file or link, as it is, to where nothing is yet.
   *
   * @throws CharmPartException if something is there
   */
  static void add(Path from, Path to) throws IOException {
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      throw new CharmPartException(
          "%s cannot be copied, because packing makes %s itself; remove or rename the file",
          from, to);
    }
    Files.createDirectories(to.resolveSibling(""));
    Files.copy(from, to, AS_THEY_ARE);
  }
}
