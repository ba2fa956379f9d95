package dev.charmsignals.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.Kill;
import dev.charmsignals.testkit.world.KillPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Hooks whose processes are killed at a chosen point (contract sections 1.6 and 1.8). */
class KilledProcessTest {

  /** Counts its hooks in charm state, as a process that becomes the hook command itself. */
  private static final String ONE_PROCESS =
      """
      #!/bin/bash
      echo began
      exec state-set "hook=$JUJU_HOOK_NAME"
      """;

  /** The same with a hook command that is a process of its own. */
  private static final String TWO_PROCESSES =
      """
      #!/bin/bash
      echo began
      state-set "hook=$JUJU_HOOK_NAME" || exit
      echo ended
      """;

  @TempDir Path directory;

  private SimulatedUnit unit(SimulatedJuju juju, String dispatch) throws IOException {
    Files.writeString(directory.resolve("metadata.yaml"), "name: p\n");
    Files.writeString(
        directory.resolve("manifest.yaml"),
        "bases: [{name: ubuntu, channel: '24.04', architectures: [amd64]}]");
    Path program = Files.writeString(directory.resolve("dispatch"), dispatch);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    juju.deploy("p", CharmUnderTest.directory(directory));
    return juju.unit("p/0");
  }

  private static HookRecord killed(SimulatedUnit unit, Kill kill) {
    unit.killNext("install", kill);
    return unit.run("install");
  }

  private static List<String> commands(HookRecord hook) {
    return hook.commands().stream().map(command -> command.command()).toList();
  }

  private static List<String> output(HookRecord hook) {
    return hook.logs().stream()
        .filter(line -> line.logger().startsWith("unit."))
        .map(line -> line.text())
        .toList();
  }

  private static boolean hasSocket(HookRecord hook) {
    return Files.exists(Path.of(hook.environment().getOrDefault("JUJU_AGENT_SOCKET_ADDRESS", "/")));
  }

  @SimulatedJujuTest
  void queuesAHookAgainThatIsKilledBeforeItDoesAnything(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, "#!/bin/bash\nexec sleep 600\n");

    HookRecord hook = killed(unit, Kill.hook(new KillPoint.AfterDelay(Duration.ZERO)));

    assertEquals(HookOutcome.TERMINATED, hook.outcome());
    assertEquals(137, hook.exitStatus());
    assertEquals(List.of("install"), unit.due().stream().map(due -> due.name()).toList());
  }

  @SimulatedJujuTest
  void runsNoCommandThatIsHalfSent(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, ONE_PROCESS);

    for (long bytes : new long[] {0, 1, 100, 250}) {
      HookRecord hook = killed(unit, Kill.hook(new KillPoint.AfterBytes(bytes)));
      assertEquals(HookOutcome.TERMINATED, hook.outcome(), "after " + bytes);
      assertEquals(List.of(), commands(hook), "after " + bytes);
      assertFalse(hasSocket(hook), "after " + bytes);
    }
    assertEquals(Map.of(), unit.state());
  }

  @SimulatedJujuTest
  void letsAHookLiveThatSendsLess(SimulatedJuju juju) throws IOException {
    HookRecord hook =
        killed(unit(juju, ONE_PROCESS), Kill.hook(new KillPoint.AfterBytes(1_000_000)));

    assertEquals(HookOutcome.COMMITTED, hook.outcome());
  }

  @SimulatedJujuTest
  void commitsNothingOfACommandWhoseAnswerNobodyAwaits(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, ONE_PROCESS);

    HookRecord hook = killed(unit, Kill.hook(new KillPoint.BeforeAnswer("state-set")));

    assertEquals(HookOutcome.TERMINATED, hook.outcome());
    assertEquals(List.of("state-set"), commands(hook));
    assertEquals(Map.of(), unit.state());
    juju.settle();
    assertEquals(Map.of("hook", "start"), unit.state());
  }

  @SimulatedJujuTest
  void commitsNothingOfAHookThatIsKilledAfterItsLastAnswer(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, "#!/bin/bash\nstate-set a=b\nexec sleep 600\n");

    HookRecord answered = killed(unit, Kill.hook(new KillPoint.AfterAnswer("state-set")));
    HookRecord closed = killed(unit, Kill.hook(new KillPoint.AfterClosing()));

    assertEquals(HookOutcome.TERMINATED, answered.outcome());
    assertEquals(HookOutcome.TERMINATED, closed.outcome());
    assertEquals(List.of("state-set"), commands(closed));
    assertEquals(Map.of(), unit.state());
  }

  @SimulatedJujuTest
  void letsACommandEndWhoseHookIsKilled(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, TWO_PROCESSES);

    HookRecord hook = killed(unit, Kill.hook(new KillPoint.AfterBytes(1)));

    assertEquals(HookOutcome.TERMINATED, hook.outcome());
    assertEquals(List.of("state-set"), commands(hook));
    assertFalse(hasSocket(hook));
    assertEquals(Map.of(), unit.state());
  }

  @SimulatedJujuTest
  void letsAHookGoOnWhoseCommandIsKilled(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, TWO_PROCESSES);

    HookRecord sending = killed(unit, Kill.command(new KillPoint.AfterBytes(100)));
    HookRecord waiting = killed(unit, Kill.command(new KillPoint.BeforeAnswer("state-set")));

    assertEquals(HookOutcome.FAILED, sending.outcome());
    assertEquals(137, sending.exitStatus());
    assertEquals(List.of(), commands(sending));
    assertEquals(HookOutcome.FAILED, waiting.outcome());
    assertEquals(List.of("state-set"), commands(waiting));
    assertFalse(output(waiting).contains("ended"));
    assertEquals(Map.of(), unit.state());
  }

  @SimulatedJujuTest
  void queuesAHookAgainThatDiesOfSigterm(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, "#!/bin/bash\nstate-set a=b\nexec sleep 600\n");

    HookRecord hook = killed(unit, Kill.hook(new KillPoint.AfterClosing()).bySigterm());

    assertEquals(HookOutcome.TERMINATED, hook.outcome());
    assertEquals(143, hook.exitStatus());
  }

  @SimulatedJujuTest
  void failsAHookThatCatchesSigtermAndExits(SimulatedJuju juju) throws IOException {
    String dispatch =
        """
        #!/bin/bash
        trap 'exit 143' TERM
        state-set a=b
        while ((SECONDS < 60)); do :; done
        """;

    HookRecord hook =
        killed(unit(juju, dispatch), Kill.hook(new KillPoint.AfterClosing()).bySigterm());

    assertEquals(HookOutcome.FAILED, hook.outcome());
    assertEquals(143, hook.exitStatus());
  }

  @SimulatedJujuTest
  void killsEachPlannedRunOnce(SimulatedJuju juju) throws IOException {
    SimulatedUnit unit = unit(juju, ONE_PROCESS);
    unit.killNext("", Kill.hook(new KillPoint.AfterBytes(0)));
    unit.killNext("config-changed", Kill.hook(new KillPoint.AfterBytes(0)));

    juju.settle();

    assertEquals(
        List.of(
            "p/0 install [TERMINATED]",
            "p/0 install",
            "p/0 leader-elected",
            "p/0 config-changed [TERMINATED]",
            "p/0 config-changed",
            "p/0 start"),
        juju.hooks().stream().map(HookRecord::toString).toList());
  }

  @SimulatedJujuTest
  void refusesToKillWhatIsNoProcess(SimulatedJuju juju) {
    juju.deploy("r", CharmUnderTest.scripted("name: r", hook -> {}));

    ImpossibleWorldException refusal =
        assertThrows(
            ImpossibleWorldException.class,
            () -> juju.unit("r/0").killNext("", Kill.hook(new KillPoint.AfterClosing())));

    assertEquals(
        "The hooks of \"r/0\" run in the test's own process, which nothing can kill; deploy"
            + " CharmUnderTest.packed, or let its hook end by terminateNext",
        refusal.getMessage());
  }

  @SimulatedJujuTest
  void failsAHookWhoseAgentDies(SimulatedJuju juju) throws IOException {
    juju.automaticallyRetryHooks(false);
    SimulatedUnit unit =
        unit(juju, "#!/bin/bash\nstate-set a=b\nstate-set c=d || echo lost\nexit 0\n");

    unit.killNext("install", Kill.agent(new KillPoint.AfterAnswer("state-set")));
    HookRecord hook = unit.run("install");

    assertEquals(HookOutcome.CRASHED_BEFORE_COMMIT, hook.outcome());
    assertEquals(List.of("state-set"), commands(hook));
    assertTrue(output(hook).contains("lost"), () -> output(hook).toString());
    assertFalse(hasSocket(hook));
    assertEquals(Map.of(), unit.state());
    assertEquals(HookOutcome.COMMITTED, unit.resolve().outcome());
    assertEquals(Map.of("a", "b", "c", "d"), unit.state());
  }

  @SimulatedJujuTest
  void failsAHookWhoseAgentDiesWhereverThatIs(SimulatedJuju juju) throws IOException {
    juju.automaticallyRetryHooks(false);
    SimulatedUnit unit = unit(juju, TWO_PROCESSES);

    for (KillPoint point :
        List.of(
            new KillPoint.AfterDelay(Duration.ZERO),
            new KillPoint.AfterBytes(0),
            new KillPoint.AfterBytes(100),
            new KillPoint.BeforeAnswer("state-set"),
            new KillPoint.AfterClosing())) {
      unit.killNext("install", Kill.agent(point));
      HookRecord hook = unit.due().isEmpty() ? unit.resolve() : unit.run("install");
      assertEquals(HookOutcome.CRASHED_BEFORE_COMMIT, hook.outcome(), point.toString());
      assertFalse(hasSocket(hook), point.toString());
    }
    assertEquals(Map.of(), unit.state());
  }
}
