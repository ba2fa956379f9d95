package dev.charmsignals.testkit.agent;

import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A unit's copy of a charm, unpacked as an agent does it (contract section 7). */
public final class UnpackedCharm {

  private final Path source;
  private final Path target;
  private final Set<String> hooks;
  private final List<String> files = new ArrayList<>();

  private UnpackedCharm(Path source, Path target, Set<String> hooks) {
    this.source = source;
    this.target = target;
    this.hooks = hooks;
  }

  /**
   * Copies a charm directory over whatever is there. Files of the revision before that are not in
   * this one are deleted; files that the charm made itself stay.
   *
   * @param agentDirectory gets {@code charm}, and the list of what was unpacked
   * @param hooks the names of all hooks the charm can have, which are made executable
   * @throws ImpossibleWorldException when an agent would abort
   */
  public static void unpack(Path source, Path agentDirectory, Set<String> hooks) {
    try {
      Path target = Files.createDirectories(agentDirectory.resolve("charm"));
      UnpackedCharm charm = new UnpackedCharm(source.toRealPath(), target, hooks);
      charm.copy();
      charm.replace(agentDirectory.resolve("manifest"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + source, e);
    }
  }

  private void copy() throws IOException {
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Path copy = target.resolve(source.relativize(directory).toString());
            Files.createDirectories(copy);
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(directory));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            copy(file, attributes);
            return FileVisitResult.CONTINUE;
          }
        });
    Files.writeString(target.resolve("revision"), "0");
    Files.writeString(target.resolve(".juju-charm"), "local:" + source.getFileName());
  }

  private void copy(Path file, BasicFileAttributes attributes) throws IOException {
    String name = source.relativize(file).toString();
    Path copy = target.resolve(name);
    Files.deleteIfExists(copy);
    if (attributes.isSymbolicLink()) {
      Files.createSymbolicLink(copy, checked(name, Files.readSymbolicLink(file)));
    } else if (attributes.isRegularFile()) {
      Files.copy(file, copy);
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (name.startsWith("hooks/") && hooks.contains(name.substring("hooks/".length()))) {
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
      }
      Files.setPosixFilePermissions(copy, permissions);
    } else {
      throw new ImpossibleWorldException("\"%s\" is neither a file nor a link".formatted(name));
    }
    files.add(name);
  }

  private Path checked(String name, Path destination) {
    if (destination.isAbsolute()) {
      throw new ImpossibleWorldException("symlink \"%s\" is absolute".formatted(name));
    }
    Path end = source.resolve(name).resolveSibling(destination).normalize();
    if (!end.startsWith(source)) {
      throw new ImpossibleWorldException("symlink \"%s\" leads out of scope".formatted(name));
    }
    return destination;
  }

  private void replace(Path manifest) throws IOException {
    if (Files.exists(manifest)) {
      Set<String> gone = new TreeSet<>(Files.readAllLines(manifest));
      files.forEach(gone::remove);
      for (String name : gone) {
        Path old = target.resolve(name);
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(old);
        }
      }
    }
    Files.write(manifest, files);
  }
}
