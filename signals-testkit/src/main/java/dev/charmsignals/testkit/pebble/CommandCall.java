package dev.charmsignals.testkit.pebble;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A command that a charm runs in a simulated container. */
public final class CommandCall {

  private final List<String> command;
  private final Map<String, String> environment;
  private final String workingDirectory;
  private final String user;
  private final Path root;
  private final InputStream stdin;
  private final OutputStream stdout;
  private final OutputStream stderr;
  private Optional<Consumer<String>> signalled = Optional.empty();

  CommandCall(
      List<String> command,
      Map<String, String> environment,
      String workingDirectory,
      String user,
      Path root,
      InputStream stdin,
      OutputStream stdout,
      OutputStream stderr) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.workingDirectory = workingDirectory;
    this.user = user;
    this.root = root;
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Returns the program and its arguments. */
  public List<String> command() {
    return command;
  }

  /** Returns the environment that the charm gave it, without the daemon's. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Returns where it runs; {@code /} where the charm did not say. */
  public String workingDirectory() {
    return workingDirectory;
  }

  /** Returns the user it runs as; empty where the charm did not say. */
  public String user() {
    return user;
  }

  /** Returns the directory that is the root of the container's files. */
  public Path root() {
    return root;
  }

  /** Returns what the charm gives it to read. */
  public InputStream stdin() {
    return stdin;
  }

  /** Returns its output. */
  public OutputStream stdout() {
    return stdout;
  }

  /** Returns its standard error, which is the output where the charm combines them. */
  public OutputStream stderr() {
    return stderr;
  }

  /** Has signals handed over by name; without this they end the command, as most do. */
  public synchronized void onSignal(Consumer<String> handler) {
    signalled = Optional.of(handler);
  }

  synchronized Optional<Consumer<String>> signalled() {
    return signalled;
  }
}
