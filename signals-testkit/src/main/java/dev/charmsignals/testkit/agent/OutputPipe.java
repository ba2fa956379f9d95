package dev.charmsignals.testkit.agent;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * One output of a hook's process, read line by line until its end (contract section 1.5).
 *
 * <p>A named pipe, because the pipes that the JDK makes are emptied by the JDK itself when the
 * process ends, which races with their reader.
 */
final class OutputPipe {

  private static final int LONGEST_LINE = 4096;

  private final Path path;
  private final Consumer<byte[]> lines;
  private final Thread reader;
  private boolean ignored;

  private OutputPipe(Path path, Consumer<byte[]> lines) {
    this.path = path;
    this.lines = lines;
    reader = new Thread(this::read, "output of " + path);
    reader.setDaemon(true);
  }

  /** Makes the pipe and begins to wait for a writer. */
  static OutputPipe open(Path path, Consumer<byte[]> lines)
      throws IOException, InterruptedException {
    Files.deleteIfExists(path);
    int status = new ProcessBuilder("mkfifo", "-m", "600", path.toString()).start().waitFor();
    if (status != 0) {
      throw new IOException("mkfifo " + path + " exited with status " + status);
    }
    OutputPipe pipe = new OutputPipe(path, lines);
    pipe.reader.start();
    return pipe;
  }

  Path path() {
    return path;
  }

  /** Waits for the end of output, but not longer; what comes later is ignored. */
  void finish(long milliseconds) throws InterruptedException {
    reader.join(milliseconds);
    synchronized (this) {
      ignored = true;
    }
  }

  private void read() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
        }
        if (next == '\n' || line.size() == LONGEST_LINE) {
          emit(line);
        }
      }
    } catch (IOException e) {
      // The end of output, as good as any.
    }
    if (line.size() > 0) {
      emit(line);
    }
  }

  private synchronized void emit(ByteArrayOutputStream line) {
    if (!ignored) {
      lines.accept(line.toByteArray());
    }
    line.reset();
  }
}
