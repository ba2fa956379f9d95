package dev.charmsignals.testkit;

import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.charm.HookRun;
import dev.charmsignals.charm.HookSetting;
import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.HookTransport;
import dev.charmsignals.testkit.world.HookExit;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.RunningHook;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a charm class in this process, with hook commands as method calls. */
record InProcessProgram(CharmFactory factory, Path directory, Map<String, String> variables)
    implements HookProgram {

  private static final String SOCKET = "/var/lib/juju/agents/agent.socket";
  private static final String PATH = "/var/lib/juju/tools:/usr/sbin:/usr/bin:/sbin:/bin";

  @Override
  public HookExit run(RunningHook hook) {
    try (HookTransport transport = new DirectTransport(hook, directory)) {
      HookSetting setting =
          new HookSetting(environment(hook), directory, transport, hook.clock(), hook.ids());
      return new HookExit.Exited(HookRun.run(factory, setting));
    }
  }

  private Map<String, String> environment(RunningHook hook) {
    Map<String, String> environment = hook.environment(directory, SOCKET, PATH);
    if (variables.isEmpty()) {
      return environment;
    }
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return all;
  }

  /** Carries hook commands nowhere: it runs them. */
  private record DirectTransport(RunningHook hook, Path directory) implements HookTransport {

    @Override
    public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
      HookReply whole = hook.run(command, arguments, Optional.ofNullable(stdin), directory).reply();
      byte[] stdout = kept(whole.stdout());
      byte[] stderr = kept(whole.stderr());
      boolean cut = stdout != whole.stdout() || stderr != whole.stderr();
      return new HookReply(whole.code(), stdout, stderr, cut);
    }

    /** Returns as much as comes through the ways that a charm has outside of tests. */
    private static byte[] kept(byte[] output) {
      return output.length <= HookReply.MOST_OUTPUT
          ? output
          : Arrays.copyOf(output, HookReply.MOST_OUTPUT);
    }

    @Override
    public void close() {}
  }
}
