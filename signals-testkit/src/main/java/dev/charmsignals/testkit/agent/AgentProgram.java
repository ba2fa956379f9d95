package dev.charmsignals.testkit.agent;

import dev.charmsignals.testkit.command.CommandReply;
import dev.charmsignals.testkit.world.HookExit;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.RunningHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a unit's hooks as processes of an unpacked charm, with an agent socket for each run.
 *
 * @param agentDirectory the unit's own directory, which holds {@code charm} and the socket
 * @param tools the hook commands
 * @param extraVariables what is added to every hook's environment, which Juju would not do
 */
public record AgentProgram(
    Path agentDirectory, ToolsDirectory tools, Map<String, String> extraVariables)
    implements HookProgram {

  private static final String SHELL = "/bin/bash";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String AGENT_PATH = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");

  /** Copies the variables. */
  public AgentProgram {
    extraVariables = Map.copyOf(extraVariables);
  }

  @Override
  public boolean startsProcesses() {
    return true;
  }

  @Override
  public HookExit run(RunningHook hook) {
    Path charm = agentDirectory.resolve("charm");
    Path address = agentDirectory.resolve("agent.socket");
    SortedMap<String, String> environment =
        new TreeMap<>(hook.environment(charm, address.toString(), tools.searchPath(AGENT_PATH)));
    environment.putAll(extraVariables);
    try {
      if (hook.script().isPresent()) {
        Path script = agentDirectory.resolve("juju-exec");
        Files.writeString(script, hook.script().get());
        return serve(hook, address, List.of(SHELL, script.toString()), environment);
      }
      HookHandler handler = HookHandler.find(charm, hook.hook().dispatchPath().orElse(""));
      if (handler instanceof HookHandler.Ended ended) {
        return ended.exit();
      }
      String program = ((HookHandler.Found) handler).program().toString();
      return serve(hook, address, List.of(program), environment);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run %s for %s".formatted(hook.hook(), hook.unit()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during " + hook.hook(), e);
    }
  }

  private HookExit serve(
      RunningHook hook, Path address, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    AgentSocketSetting setting = AgentSocketSetting.of(address, hook.contextId());
    Optional<DoomedHook> doomed = hook.takeKill().map(DoomedHook::new);
    CompletableFuture<Process> parent = new CompletableFuture<>();
    AgentSocket socket =
        AgentSocket.open(
            setting,
            (name, arguments, stdin, directory) -> {
              CommandReply reply = hook.run(name, arguments, stdin, directory);
              if (hook.rebootingNow()) {
                HookProcess.kill(parent.join());
              }
              return answer(reply);
            },
            doomed.<Traffic>map(traffic -> traffic).orElse(Traffic.UNWATCHED));
    doomed.ifPresent(killed -> killed.belongsTo(socket));
    HookExit exit;
    try {
      exit =
          new HookProcess(ToolsDirectory.perl(AGENT_PATH), agentDirectory)
              .run(
                  command,
                  agentDirectory.resolve("charm"),
                  environment,
                  new HookProcess.Output(hook::wroteStdout, hook::wroteStderr),
                  doomed,
                  parent);
    } catch (IOException | InterruptedException | RuntimeException e) {
      socket.disconnect();
      socket.close(PATIENCE);
      throw e;
    }
    close(socket, hook);
    boolean orphaned = doomed.isPresent() && doomed.get().isOrphaned();
    return orphaned ? new HookExit.Orphaned() : exit;
  }

  private static void close(AgentSocket socket, RunningHook hook) throws InterruptedException {
    if (!socket.close(PATIENCE)) {
      List<OpenConnection> open = socket.openConnections();
      socket.disconnect();
      throw new BlockedAgentException(hook.unit(), hook.hook().name(), open);
    }
    Optional<RuntimeException> failure = socket.failure();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private static CommandAnswer answer(CommandReply reply) {
    return reply
        .rejection()
        .<CommandAnswer>map(CommandAnswer.Rejected::new)
        .orElseGet(() -> new CommandAnswer.Ran(reply.reply()));
  }
}
