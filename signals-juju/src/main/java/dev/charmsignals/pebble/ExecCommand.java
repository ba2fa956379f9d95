package dev.charmsignals.pebble;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command to be run in a container, without a shell. Immutable; each method returns a new one.
 *
 * <pre>{@code
 * ExecCommand.of("pg_dump", "app").user("postgres").timeout(Duration.ofMinutes(5))
 * }</pre>
 */
public final class ExecCommand {

  private static final Duration USUAL = Duration.ofMinutes(30);
  private static final int USUAL_OUTPUT = 8 * 1024 * 1024;

  private final List<String> command;
  private final Map<String, Object> options;
  private final Map<String, String> environment;
  private final Duration timeout;
  private final Optional<byte[]> stdin;
  private final boolean splitStderr;
  private final int outputLimit;

  private ExecCommand(
      List<String> command,
      Map<String, Object> options,
      Map<String, String> environment,
      Duration timeout,
      Optional<byte[]> stdin,
      boolean splitStderr,
      int outputLimit) {
    this.command = List.copyOf(command);
    this.options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    this.timeout = timeout;
    this.stdin = stdin;
    this.splitStderr = splitStderr;
    this.outputLimit = outputLimit;
  }

  /** A program, which is looked for in the daemon's PATH, and its arguments. */
  public static ExecCommand of(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(List.of(arguments));
    return new ExecCommand(
        command, Map.of(), Map.of(), USUAL, Optional.empty(), true, USUAL_OUTPUT);
  }

  /** Adds a variable to the environment, which is else the daemon's. */
  public ExecCommand environment(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new ExecCommand(command, options, more, timeout, stdin, splitStderr, outputLimit);
  }

  /** Runs it in a directory; the user's home is usual. */
  public ExecCommand workingDirectory(String directory) {
    return with("working-dir", directory);
  }

  /** Runs it as a user of the container. */
  public ExecCommand user(String user) {
    return with("user", user);
  }

  /** Runs it as a user of the container, by number. */
  public ExecCommand userId(int userId) {
    return with("user-id", userId);
  }

  /** Runs it with a group of the container; needs a user, too. */
  public ExecCommand group(String group) {
    return with("group", group);
  }

  /** Runs it with a group of the container, by number. */
  public ExecCommand groupId(int groupId) {
    return with("group-id", groupId);
  }

  /**
   * Runs it with the environment, user, group and directory of a service. Pebble has this since
   * v1.3, from Juju 3.1.6 on, but not in 3.2.0.
   */
  public ExecCommand serviceContext(String service) {
    return with("service-context", service);
  }

  /**
   * Has it killed when it runs longer; 30 minutes are usual.
   *
   * @throws IllegalArgumentException when the limit is zero or negative
   */
  public ExecCommand timeout(Duration limit) {
    if (limit.isZero() || limit.isNegative()) { // which Pebble would take for no limit
      throw new IllegalArgumentException(
          "\"%s\" cannot run for %s; take more than none, such as 30 minutes"
              .formatted(command.get(0), limit));
    }
    return new ExecCommand(command, options, environment, limit, stdin, splitStderr, outputLimit);
  }

  /** Gives it bytes to read, and then an end. Otherwise see {@link ExecProcess#stdin}. */
  public ExecCommand stdin(byte[] input) {
    return new ExecCommand(
        command,
        options,
        environment,
        timeout,
        Optional.of(input.clone()),
        splitStderr,
        outputLimit);
  }

  /** Gives it a text to read, in UTF-8. */
  public ExecCommand stdin(String input) {
    return stdin(input.getBytes(StandardCharsets.UTF_8));
  }

  /** Mixes what it writes to its standard error into its output. */
  public ExecCommand combineStderr() {
    return new ExecCommand(command, options, environment, timeout, stdin, false, outputLimit);
  }

  /** Gives it a terminal for its output and, if interactive, for its input. */
  public ExecCommand terminal(boolean interactive, int width, int height) {
    return with("terminal", true)
        .with("interactive", interactive)
        .with("width", width)
        .with("height", height);
  }

  /** Sets how many bytes of each output are collected; 8 MiB are usual. */
  public ExecCommand outputLimit(int bytes) {
    return new ExecCommand(command, options, environment, timeout, stdin, splitStderr, bytes);
  }

  private ExecCommand with(String option, Object value) {
    return new ExecCommand(
        command,
        Settings.with(options, option, value),
        environment,
        timeout,
        stdin,
        splitStderr,
        outputLimit);
  }

  /** Returns the program and its arguments. */
  public List<String> command() {
    return command;
  }

  /** Returns how long it may run. */
  public Duration timeout() {
    return timeout;
  }

  Map<String, Object> options() {
    return options;
  }

  Map<String, String> environment() {
    return environment;
  }

  Optional<byte[]> stdin() {
    return stdin;
  }

  boolean splitStderr() {
    return splitStderr;
  }

  int outputLimit() {
    return outputLimit;
  }

  /** Says the program only, as arguments may hold what belongs into no log. */
  @Override
  public String toString() {
    return "ExecCommand[" + command.get(0) + "]";
  }
}
