package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CommandContext;
import dev.charmsignals.testkit.command.CommandReply;
import dev.charmsignals.testkit.command.HookCommands;
import dev.charmsignals.testkit.command.LogLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A hook while its program runs: what the program is given, and its way back to the agent.
 *
 * <p>Belongs to one run. Commands and output may come from several threads.
 */
public final class RunningHook {

  private static final HookCommands COMMANDS = new HookCommands();

  private final Model model;
  private final Unit unit;
  private final Hook hook;
  private final HookContext context;
  private final @Nullable RunOutput output;
  private final String script;
  private final String contextId;
  private final List<CommandRecord> commands = new ArrayList<>();
  private Map<String, String> environment = Map.of();

  RunningHook(Model model, Unit unit, Hook hook, HookContext context) {
    this(model, unit, hook, context, null, "");
  }

  RunningHook(
      Model model,
      Unit unit,
      Hook hook,
      HookContext context,
      @Nullable RunOutput output,
      String script) {
    this.model = model;
    this.unit = unit;
    this.hook = hook;
    this.context = context;
    this.output = output;
    this.script = script;
    String what = hook.kind() == HookKind.JUJU_EXEC ? "run-commands" : hook.name();
    contextId = unit.name() + "-" + what + "-" + model.hex(2);
  }

  /** Returns which hook runs. */
  public Hook hook() {
    return hook;
  }

  /** Returns the shell script to run instead of the charm's own program; usually empty. */
  public Optional<String> script() {
    return script.isEmpty() ? Optional.empty() : Optional.of(script);
  }

  /** Returns the unit whose hook it is. */
  public String unit() {
    return unit.name();
  }

  /** Returns {@code JUJU_CONTEXT_ID}, which every call to the agent must name. */
  public String contextId() {
    return contextId;
  }

  /** Returns the context that hook commands ask; without the records that {@link #run} keeps. */
  public CommandContext context() {
    return context;
  }

  /** Returns the time in the simulated world, which stands still while a hook runs. */
  public Clock clock() {
    return Clock.fixed(model.now(), ZoneOffset.UTC);
  }

  /** Returns a source of random numbers that depends on nothing but the world's seed. */
  public LongSupplier ids() {
    return model.identities()::nextLong;
  }

  /**
   * Returns the environment of contract section 1.4, and records it.
   *
   * @param charmDirectory where the unit's copy of the charm lies
   * @param socket the address of the agent's socket
   * @param path the value of {@code PATH}
   */
  public Map<String, String> environment(Path charmDirectory, String socket, String path) {
    environment = HookVariables.of(model, unit, hook, contextId, charmDirectory, socket, path);
    return environment;
  }

  /**
   * Runs one hook command, as the agent does when it is called.
   *
   * @param command its name, such as {@code relation-get}
   * @param arguments its arguments
   * @param stdin what it may read, if anything
   * @param directory the caller's working directory
   */
  public synchronized CommandReply run(
      String command, List<String> arguments, Optional<byte[]> stdin, Path directory) {
    unit.faults().reach(hook, command);
    if (context.rebootingNow()) {
      return new CommandReply.Killed();
    }
    CommandReply reply =
        model.flavour().lacks(command)
            ? new CommandReply.UnknownCommand(command)
            : COMMANDS.run(context, command, arguments, stdin, directory);
    if (!(reply instanceof CommandReply.StdinNeeded)) {
      commands.add(new CommandRecord(command, arguments, reply.reply().code()));
    }
    return reply;
  }

  /** Returns whether the machine reboots and the program has to be killed. */
  public synchronized boolean rebootingNow() {
    return context.rebootingNow();
  }

  /** Returns what is planned to be killed of this run, once. */
  public Optional<Kill> takeKill() {
    return unit.faults().takeKill(hook);
  }

  /** Takes one line that the program wrote to its standard output, without its end. */
  public synchronized void wroteStdout(byte[] line) {
    logOutput(LogLevel.DEBUG, line);
    if (output != null) {
      output.stdout(line);
    }
  }

  /** Takes one line that the program wrote to its standard error, without its end. */
  public synchronized void wroteStderr(byte[] line) {
    logOutput(LogLevel.WARNING, line);
    if (output != null) {
      output.stderr(line);
    }
  }

  private void logOutput(LogLevel level, byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    context.logAs("unit." + unit.name() + "." + hook.name(), level, text);
  }

  Map<String, String> environment() {
    return environment;
  }

  List<CommandRecord> commands() {
    return commands;
  }
}
