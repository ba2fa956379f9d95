package dev.charmsignals.hooktools;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Map<List<String>, ForeseenCommand> foreseen = new HashMap<>();

  /** Creates a transport that finds commands on the {@code PATH} of {@code environment}. */
  public ExecutableTransport(Map<String, String> environment, Path directory) {
    this.environment = Map.copyOf(environment);
    this.directory = directory.toAbsolutePath(); // a process cannot start in ""
  }

  @Override
  public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
    List<String> line = line(command, arguments);
    ForeseenCommand begun = stdin == null ? foreseen.remove(line) : null;
    if (begun != null) {
      return begun.reply();
    }
    switch (command) {
      case "state-set", "state-delete", "relation-set" ->
          forget(); // what was foreseen would tell what was before
      default -> {}
    }
    return start(line, stdin).reply();
  }

  /** Runs the command on a thread of its own, beside the hook and beside other commands. */
  @Override
  public void foresee(String command, List<String> arguments) {
    List<String> line = line(command, arguments);
    if (!foreseen.containsKey(line)) {
      foreseen.put(line, new ForeseenCommand(this, line));
    }
  }

  /** Ends what was foreseen and not run: no command outlives its hook. */
  @Override
  public void forget() {
    for (ForeseenCommand command : foreseen.values()) {
      command.end();
    }
    foreseen.clear();
  }

  @Override
  public void close() {
    forget();
  }

  private static List<String> line(String command, List<String> arguments) {
    List<String> line = new ArrayList<>(arguments.size() + 1);
    line.add(command);
    line.addAll(arguments);
    return line;
  }

  /** Called by the threads of foreseen commands, too. */
  RunningCommand start(List<String> line, byte @Nullable [] stdin) {
    String command = line.get(0);
    try {
      List<String> found = new ArrayList<>(line);
      found.set(0, find(command));
      var builder = new ProcessBuilder(found).directory(directory.toFile());
      builder.redirectInput(stdin == null ? Redirect.from(EMPTY) : Redirect.PIPE);
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new RunningCommand(command, builder.start(), stdin);
    } catch (IOException e) {
      throw new HookToolException(command, "it could not be started", e);
    }
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
}
