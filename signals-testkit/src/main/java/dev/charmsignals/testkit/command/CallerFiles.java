package dev.charmsignals.testkit.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files named in arguments: relative to the caller's directory, opened by the agent. */
final class CallerFiles {

  private final Path dir;

  CallerFiles(Path dir) {
    this.dir = dir;
  }

  byte[] read(String name) {
    Path path = resolve(name);
    try {
      if (Files.isDirectory(path)) {
        throw new CommandFailure("read " + path + ": is a directory");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw cannotOpen(path, e);
    }
  }

  void write(String name, byte[] content) {
    Path path = resolve(name);
    try {
      if (Files.isDirectory(path)) {
        throw new CommandFailure("open " + path + ": is a directory");
      }
      Files.write(path, content);
    } catch (IOException e) {
      throw cannotOpen(path, e);
    }
  }

  private Path resolve(String name) {
    if (name.startsWith("~/")) {
      return Path.of(System.getProperty("user.home"), name.substring(2));
    }
    return dir.resolve(name).normalize();
  }

  private static CommandFailure cannotOpen(Path path, IOException cause) {
    String reason = cause.getClass().getSimpleName();
    if (cause instanceof NoSuchFileException) {
      reason = "no such file or directory";
    } else if (cause instanceof AccessDeniedException) {
      reason = "permission denied";
    }
    return new CommandFailure("open " + path + ": " + reason);
  }
}
