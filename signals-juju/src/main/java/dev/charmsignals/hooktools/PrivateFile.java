package dev.charmsignals.hooktools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file in a directory of its own that nobody else can read, for as long as a command needs it.
 *
 * <p>A process that is killed in between leaves it behind, still readable by its own user alone.
 */
final class PrivateFile implements AutoCloseable {

  private final String command;
  private final Path directory;
  private final Path file;

  private PrivateFile(String command, Path directory) {
    this.command = command;
    this.directory = directory;
    this.file = directory.resolve("content");
  }

  /** Creates it; the command is for the message when that fails. */
  static PrivateFile holding(String command, byte[] content) {
    try {
      Path directory =
          Files.createTempDirectory(
              "charm-signals-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      PrivateFile file = new PrivateFile(command, directory);
      try {
        file.write(content);
        return file;
      } catch (IOException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new HookToolException(command, "its file could not be written", e);
    }
  }

  String path() {
    return file.toString();
  }

  private void write(byte[] content) throws IOException {
    try (SeekableByteChannel out =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new HookToolException(command, "its file could not be deleted", e);
    }
  }
}
