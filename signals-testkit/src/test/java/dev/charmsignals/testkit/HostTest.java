package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Resources, the cloud's credential and reboots. */
class HostTest {

  private static final String CHARM =
      "{name: tool, resources: {software: {type: file, filename: tool.zip}}}";

  @TempDir Path directory;

  private static String last(List<HookRecord> hooks) {
    return hooks.isEmpty() ? "" : hooks.get(hooks.size() - 1).toString();
  }

  @SimulatedJujuTest
  void fetchesAResourceAnewWhenThereIsANewOne(SimulatedJuju juju) throws IOException {
    Path file = Files.writeString(directory.resolve("any"), "one");
    juju.deploy(
            "tool",
            CharmUnderTest.scripted(
                CHARM,
                hook -> {
                  if (hook.is("install") || hook.is("upgrade-charm")) {
                    Path fetched = Path.of(hook.text("resource-get", "software"));
                    hook.setState(fetched.getFileName().toString(), Files.readString(fetched));
                  }
                }))
        .resource("software", file);
    juju.settle();
    assertEquals(Map.of("tool.zip", "one"), juju.unit("tool/0").state());

    Files.writeString(file, "two");
    juju.application("tool").resource("software", file);
    juju.settle();

    assertEquals(Map.of("tool.zip", "two"), juju.unit("tool/0").state());
  }

  @SimulatedJujuTest
  void hasNoResourceThatNobodyAttached(SimulatedJuju juju) {
    juju.deploy("tool", CharmUnderTest.scripted(CHARM, IDLE));

    juju.unit("tool/0")
        .exec(
            hook -> {
              HookReply reply = hook.run("resource-get", "software");
              assertEquals(
                  "ERROR could not download resource: resource#tool/software not found\n",
                  new String(reply.stderr(), StandardCharsets.UTF_8));
            });
    assertEquals(
        "Application \"tool\" has no resource \"image\"; it has [software]",
        assertThrows(
                ImpossibleWorldException.class,
                () -> juju.application("tool").resource("image", directory))
            .getMessage());
  }

  @SimulatedJujuTest
  void showsItsCredentialToATrustedApplication(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();
    assertEquals(1, juju.unit("p/0").exec(hook -> hook.text("credential-get")).returnCode());

    juju.application("p").trust();
    assertEquals("p/0 config-changed", last(juju.settle()));
    juju.unit("p/0")
        .exec(hook -> assertTrue(hook.text("credential-get").contains("auth-type: certificate")));
    juju.application("p").distrust();
    assertEquals("p/0 config-changed", last(juju.settle()));
  }

  @SimulatedJujuTest
  void rebootsAfterTheHook(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("update-status")) {
                hook.text("juju-reboot");
                hook.setState("asked", "yes");
              }
            }));
    juju.settle();
    juju.unit("p/0").updateStatus();

    assertEquals(
        List.of("p/0 update-status", "p/0 start"),
        juju.settle().stream().map(HookRecord::toString).toList());
    assertEquals(Map.of("asked", "yes"), juju.unit("p/0").state());
  }

  @SimulatedJujuTest
  void doesNotRebootAfterAHookThatFails(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("update-status")) {
                hook.text("juju-reboot");
              }
            }));
    juju.settle();
    juju.unit("p/0").updateStatus().failNext("update-status").runNextHook();

    assertEquals(
        List.of("p/0 update-status", "p/0 start"),
        juju.settle().stream().map(HookRecord::toString).toList());
  }

  @SimulatedJujuTest
  void rebootsNowAndRunsTheHookAgain(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("install")) {
                boolean first = juju.hooks().isEmpty();
                hook.setState("first", Boolean.toString(first));
                if (first) {
                  hook.text("juju-reboot", "--now");
                  assertEquals(1, hook.run("state-set", "x=y").code());
                }
              }
            }));

    HookRecord killed = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(HookOutcome.TERMINATED, killed.outcome());
    assertEquals(Map.of(), juju.unit("p/0").state());
    juju.settle();
    assertEquals(
        List.of("install", "install", "leader-elected", "config-changed", "start"),
        juju.unit("p/0").hookNames());
    assertEquals(Map.of("first", "false"), juju.unit("p/0").state());
  }

  @SimulatedJujuTest
  void killsAProcessThatRebootsNow(SimulatedJuju juju) throws IOException {
    Files.writeString(directory.resolve("metadata.yaml"), TwoCharms.P);
    Files.writeString(
        directory.resolve("manifest.yaml"),
        "bases: [{name: ubuntu, channel: '24.04', architectures: [amd64]}]");
    Path dispatch = directory.resolve("dispatch");
    Files.writeString(
        dispatch,
        "#!/bin/bash\n[ -e once ] || { touch once; state-set a=b; juju-reboot --now; sleep 60; }\n");
    assertTrue(dispatch.toFile().setExecutable(true));
    juju.deploy("p", CharmUnderTest.directory(directory));

    HookRecord killed = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(HookOutcome.TERMINATED, killed.outcome());
    assertEquals(Map.of(), juju.unit("p/0").state());
    assertEquals(HookOutcome.COMMITTED, juju.unit("p/0").runNextHook().orElseThrow().outcome());
  }

  @SimulatedJujuTest
  void startsOnceMoreAfterARebootOfTheMachine(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();
    juju.unit("p/0").reboot();

    assertEquals(List.of("p/0 start"), juju.settle().stream().map(HookRecord::toString).toList());
  }

  @SimulatedJujuTest
  void cannotRebootAPod(SimulatedJuju juju) {
    juju.deployOnKubernetes("p", p(IDLE));

    assertEquals(1, juju.unit("p/0").exec(hook -> hook.text("juju-reboot")).returnCode());
  }
}
