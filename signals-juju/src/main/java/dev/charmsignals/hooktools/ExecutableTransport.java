package dev.charmsignals.hooktools;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the hook commands that the agent put on the hook's {@code PATH}, one process for each.
 *
 * <p>For agents whose socket Java cannot reach, and for {@code juju-exec}. A process gets the
 * hook's environment and working directory, and an empty standard input unless one is given.
 */
public final class ExecutableTransport implements HookTransport {

  private static final File EMPTY = new File("/dev/null");

  private final Map<String, String> environment;
  private final Path directory;

  /** Creates a transport that finds commands on the {@code PATH} of {@code environment}. */
  public ExecutableTransport(Map<String, String> environment, Path directory) {
    this.environment = Map.copyOf(environment);
    this.directory = directory.toAbsolutePath(); // a process cannot start in ""
  }

  @Override
  public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
    Process process;
    try {
      process = start(command, arguments, stdin != null);
    } catch (IOException e) {
      throw new HookToolException(command, "it could not be started", e);
    }
    // Both streams are read at once, or a command that fills the other one would wait for ever.
    var stderr = new OutputDrain(process.getErrorStream());
    var errors = new Thread(stderr, command + "-stderr");
    errors.start();
    @Nullable Thread feeder =
        stdin == null ? null : feed(command, process.getOutputStream(), stdin);
    try {
      var stdout = new OutputDrain(process.getInputStream());
      stdout.run();
      int code = process.waitFor();
      errors.join();
      if (feeder != null) {
        feeder.join();
      }
      boolean truncated = stdout.isTruncated() || stderr.isTruncated();
      return new HookReply(code, stdout.bytes(), stderr.bytes(), truncated);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HookToolException(command, "it was interrupted", e);
    } catch (IOException e) {
      throw new HookToolException(command, "its output could not be read", e);
    } finally {
      process.destroyForcibly(); // does nothing to a process that has ended
    }
  }

  /** Does nothing: no command outlives its call. */
  @Override
  public void close() {}

  private Process start(String command, List<String> arguments, boolean hasStdin)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(find(command));
    line.addAll(arguments);
    var builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.redirectInput(hasStdin ? Redirect.PIPE : Redirect.from(EMPTY));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private String find(String command) throws IOException {
    String path = environment.getOrDefault("PATH", "");
    Path forbidden = null;
    int from = 0;
    while (from <= path.length()) {
      int colon = path.indexOf(':', from);
      int to = colon < 0 ? path.length() : colon;
      if (to > from) {
        Path file = directory.resolve(path.substring(from, to)).resolve(command);
        if (Files.isRegularFile(file)) {
          if (Files.isExecutable(file)) {
            return file.toString();
          }
          forbidden = file;
        }
      }
      from = to + 1;
    }
    if (forbidden != null) {
      throw new AccessDeniedException(forbidden.toString()); // as a shell tells it from none
    }
    throw new IOException("There is no executable " + command + " on the PATH of the hook");
  }

  private static Thread feed(String command, OutputStream to, byte[] stdin) {
    var feeder =
        new Thread(
            new Runnable() {
              @Override
              public void run() {
                try (to) {
                  to.write(stdin);
                } catch (IOException e) {
                  // The command ended without reading all of it; its exit status tells why.
                  return;
                }
              }
            },
            command + "-stdin");
    feeder.start();
    return feeder;
  }
}
