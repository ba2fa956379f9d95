package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookExit;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.RunningHook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A charm that is a few lines of test code. */
record ScriptedCharm(CharmMetadata metadata, CharmScript script) implements CharmUnderTest {

  private static final Path DIRECTORY = Path.of("/var/lib/juju/agents/charm");

  @Override
  public HookProgram unpack(UnitSite site, int revision) {
    return hook -> run(script, hook);
  }

  /** Runs a script in the place of a program. */
  static HookExit run(CharmScript script, RunningHook hook) {
    Map<String, String> environment =
        hook.environment(DIRECTORY, "/var/lib/juju/agents/agent.socket", "/usr/bin:/bin");
    try {
      script.run(new ScriptedHook(hook, environment));
      return HookExit.SUCCESS;
    } catch (ScriptedHook.Ending ending) {
      return ending.exit();
    } catch (ImpossibleWorldException e) {
      throw e;
    } catch (Exception e) {
      hook.wroteStderr(("script threw " + e).getBytes(StandardCharsets.UTF_8));
      return new HookExit.Exited(1);
    }
  }
}
