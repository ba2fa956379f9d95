package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ActionStatus;
import dev.charmsignals.testkit.world.ExecResult;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;

/** Hooks that are processes, started as contract section 1 says. */
class ProcessCharmTest {

  private static final String MANIFEST =
      "bases: [{name: ubuntu, channel: '24.04', architectures: [amd64]}]";

  @TempDir Path directory;

  private CharmUnderTest charm(String dispatch) throws IOException {
    Files.writeString(directory.resolve("metadata.yaml"), TwoCharms.P);
    Files.writeString(directory.resolve("manifest.yaml"), MANIFEST);
    return rewritten("dispatch", dispatch);
  }

  private CharmUnderTest rewritten(String file, String script) throws IOException {
    Path program = directory.resolve(file);
    Files.createDirectories(program.getParent());
    Files.writeString(program, script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return CharmUnderTest.directory(directory);
  }

  @SimulatedJujuTest
  void tellsAnotherCharmSomethingThroughHookCommands(SimulatedJuju juju) throws IOException {
    juju.deploy(
        "p",
        charm(
            """
            #!/bin/bash
            set -e
            case "$JUJU_HOOK_NAME" in
              channel-relation-created) relation-set greeting=hello ;;
              channel-relation-changed) status-set active "$(relation-get answer)" ;;
            esac
            """));
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("channel-relation-changed")) {
                hook.set("answer", hook.get("p/0", "greeting") + " yourself");
              }
            }));
    juju.integrate("p:channel", "r:channel");

    juju.settle();

    assertEquals(new WorkloadStatus("active", "hello yourself"), juju.unit("p/0").status());
  }

  @SimulatedJujuTest
  void handsOverExactlyJujusEnvironment(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\nexec /usr/bin/env -0 > env\n"));

    juju.unit("p/0").runNextHook();

    Map<String, String> environment = environment(juju.unit("p/0"));
    assertEquals(
        new TreeSet<>(
            List.of(
                "APT_LISTCHANGES_FRONTEND",
                "CHARM_DIR",
                "CLOUD_API_VERSION",
                "DEBIAN_FRONTEND",
                "JUJU_AGENT_SOCKET_ADDRESS",
                "JUJU_AGENT_SOCKET_NETWORK",
                "JUJU_API_ADDRESSES",
                "JUJU_AVAILABILITY_ZONE",
                "JUJU_CHARM_DIR",
                "JUJU_CHARM_FTP_PROXY",
                "JUJU_CHARM_HTTPS_PROXY",
                "JUJU_CHARM_HTTP_PROXY",
                "JUJU_CHARM_NO_PROXY",
                "JUJU_CHARM_TRACE_CONFIG_CA_CERT",
                "JUJU_CHARM_TRACE_CONFIG_GRPC",
                "JUJU_CHARM_TRACE_CONFIG_HTTP",
                "JUJU_CONTEXT_ID",
                "JUJU_DISPATCH_PATH",
                "JUJU_HOOK_NAME",
                "JUJU_MACHINE_ID",
                "JUJU_MODEL_NAME",
                "JUJU_MODEL_UUID",
                "JUJU_PRINCIPAL_UNIT",
                "JUJU_UNIT_NAME",
                "JUJU_VERSION",
                "LANG",
                "PATH",
                "PWD",
                "SHLVL",
                "TERM")),
        environment.keySet());
    assertEquals("", environment.get("JUJU_PRINCIPAL_UNIT"));
    assertEquals("install", environment.get("JUJU_HOOK_NAME"));
    assertEquals("hooks/install", environment.get("JUJU_DISPATCH_PATH"));
    assertEquals(environment.get("JUJU_CHARM_DIR"), environment.get("PWD"));
    assertTrue(environment.get("PATH").contains("/tools/unit-p-0:"));
  }

  /** Bash adds PWD and SHLVL by itself. */
  private static Map<String, String> environment(SimulatedUnit unit) throws IOException {
    HookRecord hook = unit.hooks().get(unit.hooks().size() - 1);
    Path file = Path.of(hook.environment().getOrDefault("JUJU_CHARM_DIR", "")).resolve("env");
    Map<String, String> environment = new TreeMap<>();
    for (String entry : Files.readString(file).split("\0")) {
      int equals = entry.indexOf('=');
      environment.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return environment;
  }

  @SimulatedJujuTest
  void startsWithoutArgumentsOrInputInTheCharmDirectory(SimulatedJuju juju) throws IOException {
    juju.deploy(
        "p",
        charm("#!/bin/bash\necho \"$# ${0##*/} $(wc -c) ${PWD##*/} $(readlink /proc/$$/fd/0)\"\n"));

    juju.unit("p/0").runNextHook();

    assertEquals(
        List.of(
            new LogRecord(
                "p/0", LogLevel.DEBUG, "unit.p/0.install", "0 dispatch 0 charm /dev/null")),
        juju.logs());
  }

  @SimulatedJujuTest
  void logsWhatAHookWritesAndFailsItForItsExitStatus(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\necho out; echo err >&2; printf last; exit 3\n"));

    HookRecord hook = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(HookOutcome.FAILED, hook.outcome());
    assertEquals(3, hook.exitStatus());
    assertEquals(
        List.of(
            "DEBUG last",
            "DEBUG out",
            "ERROR hook \"install\" failed: exit status 3",
            "WARNING err"),
        hook.logs().stream().map(line -> line.level() + " " + line.text()).sorted().toList());
    assertEquals(
        new WorkloadStatus("error", "hook failed: \"install\""), juju.unit("p/0").agentStatus());
  }

  @SimulatedJujuTest
  void splitsLongLines(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\nprintf '%05000d\\n' 0\n"));

    juju.unit("p/0").runNextHook();

    assertEquals(
        List.of(4096, 904), juju.logs().stream().map(line -> line.text().length()).toList());
  }

  @SimulatedJujuTest
  void queuesAHookAgainThatWasTerminated(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\n[ -e killed ] || { touch killed; kill -TERM $$; }\n"));

    juju.settle();

    assertEquals(
        List.of(
            "p/0 install [TERMINATED]",
            "p/0 install",
            "p/0 leader-elected",
            "p/0 config-changed",
            "p/0 start"),
        juju.hooks().stream().map(HookRecord::toString).toList());
    assertEquals(143, juju.hooks().get(0).exitStatus());
  }

  @SimulatedJujuTest
  void failsAHookThatOnlyExitsAsIfItHadBeenTerminated(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\nexit 143\n"));

    HookRecord hook = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(HookOutcome.FAILED, hook.outcome());
    assertEquals(143, hook.exitStatus());
  }

  @SimulatedJujuTest
  void failsAHookThatAnotherSignalKilled(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\nkill -SEGV $$\n"));

    HookRecord hook = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(HookOutcome.FAILED, hook.outcome());
    assertEquals(139, hook.exitStatus());
  }

  @SimulatedJujuTest
  void failsEveryHookOfADispatchWithoutItsExecuteBit(SimulatedJuju juju) throws IOException {
    charm("#!/bin/bash\n");
    Files.setPosixFilePermissions(
        directory.resolve("dispatch"), PosixFilePermissions.fromString("rw-r--r--"));
    juju.deploy("p", CharmUnderTest.directory(directory));

    HookRecord hook = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(HookOutcome.FAILED, hook.outcome());
    assertTrue(hook.refusal().orElse("").endsWith("dispatch: permission denied"));
  }

  @SimulatedJujuTest
  void failsADispatchThatOnlyAShellWouldRun(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("echo no interpreter named\n"));

    HookRecord hook = juju.unit("p/0").runNextHook().orElseThrow();

    assertTrue(hook.refusal().orElse("").endsWith("exec format error"));
  }

  @SimulatedJujuTest
  void takesSingleHooksWhereThereIsNoDispatchAndSkipsMissingOnes(SimulatedJuju juju)
      throws IOException {
    charm("");
    Files.delete(directory.resolve("dispatch"));
    rewritten("hooks/start", "#!/bin/bash\nstatus-set active started\n");
    Files.setPosixFilePermissions(
        directory.resolve("hooks/start"), PosixFilePermissions.fromString("rw-r--r--"));
    juju.deploy("p", CharmUnderTest.directory(directory));

    juju.settle();

    assertEquals(
        List.of(
            "p/0 install [MISSING]",
            "p/0 leader-elected [MISSING]",
            "p/0 config-changed [MISSING]",
            "p/0 start"),
        juju.hooks().stream().map(HookRecord::toString).toList());
    assertEquals(new WorkloadStatus("active", "started"), juju.unit("p/0").status());
  }

  @SimulatedJujuTest
  void removesItsSocketWithTheHookAndNeverUsesAContextTwice(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\n[ -S \"$JUJU_AGENT_SOCKET_ADDRESS\" ]\n"));

    juju.settle();

    assertEquals(
        List.of(HookOutcome.COMMITTED),
        juju.hooks().stream().map(HookRecord::outcome).distinct().toList());
    assertEquals(
        juju.hooks().size(),
        juju.hooks().stream()
            .map(hook -> hook.environment().get("JUJU_CONTEXT_ID"))
            .distinct()
            .count());
    assertFalse(
        Files.exists(
            Path.of(
                juju.hooks().get(0).environment().getOrDefault("JUJU_AGENT_SOCKET_ADDRESS", ""))));
  }

  @SimulatedJujuTest
  void doesNotWaitForWhatAHookLeftRunning(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\nsleep 600 & echo $! > child\n"));

    HookRecord hook = juju.unit("p/0").runNextHook().orElseThrow();

    Path charm = Path.of(hook.environment().getOrDefault("JUJU_CHARM_DIR", ""));
    long child = Long.parseLong(Files.readString(charm.resolve("child")).strip());
    assertEquals(HookOutcome.COMMITTED, hook.outcome());
    assertTrue(ProcessHandle.of(child).orElseThrow().destroyForcibly());
  }

  @SimulatedJujuTest
  void unpacksARevisionOverTheOneBefore(SimulatedJuju juju) throws IOException {
    CharmUnderTest first = charm("#!/bin/bash\ntouch made-by-charm; ls >&2\n");
    Files.writeString(directory.resolve("old"), "");
    juju.deploy("p", first);
    juju.settle();

    Files.delete(directory.resolve("old"));
    juju.application("p").refresh(rewritten("new", "#!/bin/bash\n"));
    HookRecord upgrade = juju.unit("p/0").run("upgrade-charm");

    assertEquals(
        List.of("dispatch", "made-by-charm", "manifest.yaml", "metadata.yaml", "new", "revision"),
        upgrade.logs().stream().map(LogRecord::text).toList());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void needsNoManifestInJuju3WhereTheMetadataListsSeries(SimulatedJuju juju) throws IOException {
    charm("#!/bin/bash\n");
    Files.delete(directory.resolve("manifest.yaml"));
    Files.writeString(directory.resolve("metadata.yaml"), TwoCharms.P + "series: [jammy]\n");
    juju.deploy("p", CharmUnderTest.directory(directory));

    assertEquals(HookOutcome.COMMITTED, juju.unit("p/0").runNextHook().orElseThrow().outcome());
  }

  @SimulatedJujuTest
  void runsAnActionAsAProcess(SimulatedJuju juju) throws IOException {
    juju.deploy("p", withActions("#!/bin/bash\necho $JUJU_ACTION_NAME; action-set a.b=c\n"));
    juju.settle();

    ActionResult result = juju.unit("p/0").runAction("backup");

    assertEquals(
        Map.of("a", Map.of("b", "c"), "stdout", "backup\n", "return-code", 0), result.results());
  }

  @SimulatedJujuTest
  void encodesWhatAnActionPrintedThatIsNoText(SimulatedJuju juju) throws IOException {
    juju.deploy("p", withActions("#!/bin/bash\nprintf '\\xff'\n"));
    juju.settle();

    assertEquals(
        Map.of("stdout", "/wo=", "stdout-encoding", "base64", "return-code", 0),
        juju.unit("p/0").runAction("backup").results());
  }

  @SimulatedJujuTest
  void failsAnActionThatHasNoProgram(SimulatedJuju juju) throws IOException {
    withActions("#!/bin/bash\n");
    Files.delete(directory.resolve("dispatch"));
    juju.deploy("p", rewritten("actions/other", "#!/bin/bash\n"));
    juju.settle();

    ActionResult result = juju.unit("p/0").runAction("backup");

    assertEquals("action not implemented on unit \"p/0\"", result.message());
    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals(Map.of("return-code", 0), juju.unit("p/0").runAction("other").results());
  }

  @SimulatedJujuTest
  void executesAScriptInTheCharmsDirectory(SimulatedJuju juju) throws IOException {
    juju.deploy("p", charm("#!/bin/bash\n"));

    ExecResult result =
        juju.unit("p/0")
            .exec("echo ${PWD##*/} ${JUJU_DISPATCH_PATH-none}; state-set a=b; echo no >&2; exit 4");

    assertEquals(
        new ExecResult(ActionStatus.FAILED, "exit status 4", 4, "charm none\n", "no\n"), result);
    assertEquals(Map.of(), juju.unit("p/0").state());
  }

  private CharmUnderTest withActions(String dispatch) throws IOException {
    charm(dispatch);
    Files.writeString(directory.resolve("actions.yaml"), "{backup: {}, other: {}}");
    return CharmUnderTest.directory(directory);
  }
}
