package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.P;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.testkit.archive.HandmadeArchive;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Charm archives, deployed and refreshed (contract sections 1.7, 5.2 and 7). */
class PackedCharmTest {

  private static final String LIST = "ls | tr '\\n' ' '";

  @TempDir Path directory;

  private CharmUnderTest packed(HandmadeArchive archive) {
    return CharmUnderTest.packed(archive.in(directory, "p.charm"));
  }

  /** A charm that tells the log its name and what is in its directory. */
  private CharmUnderTest listing(String name, String... files) {
    HandmadeArchive archive =
        HandmadeArchive.of(P).script("dispatch", "echo " + name + ": $(" + LIST + ")");
    for (String file : files) {
      archive.file(file, 0644, "");
    }
    return packed(archive);
  }

  private static List<String> texts(HookRecord hook) {
    return hook.logs().stream().map(LogRecord::text).map(String::strip).toList();
  }

  @SimulatedJujuTest
  void signalsAnotherCharm(SimulatedJuju juju) {
    juju.deploy(
        "p",
        packed(
            HandmadeArchive.of(P)
                .script(
                    "dispatch",
                    """
                    case "$JUJU_HOOK_NAME" in
                      channel-relation-created) relation-set greeting=hello ;;
                      channel-relation-changed) status-set active "$(relation-get answer)" ;;
                    esac
                    """)));
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
  void runsInItsUnitsOwnDirectoryWithVariablesOfTheTest(SimulatedJuju juju) {
    HandmadeArchive archive =
        HandmadeArchive.of(P)
            .script("dispatch", "echo ${PWD#*/agents/} ${JUJU_CHARM_DIR#*/agents/} $EXTRA");
    juju.deploy(
            "p", CharmUnderTest.packed(archive.in(directory, "p.charm"), Map.of("EXTRA", "more")))
        .addUnit();

    assertEquals(
        List.of("unit-p-1/charm unit-p-1/charm more"),
        texts(juju.unit("p/1").runNextHook().orElseThrow()));
  }

  @SimulatedJujuTest
  void failsEveryHookWhenItsDispatchHasNoMode(SimulatedJuju juju) {
    juju.deploy("p", packed(HandmadeArchive.of(P).withoutMode("dispatch", "#!/bin/sh\n")));

    HookRecord hook = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(HookOutcome.FAILED, hook.outcome());
    assertEquals("dispatch: permission denied", hook.refusal().orElse("").replaceFirst(".*/", ""));
  }

  @SimulatedJujuTest
  void runsHooksThatAreNotExecutableInTheArchive(SimulatedJuju juju) {
    juju.deploy(
        "p", packed(HandmadeArchive.of(P).file("hooks/install", 0644, "#!/bin/bash\necho here")));

    assertEquals(List.of("here"), texts(juju.unit("p/0").runNextHook().orElseThrow()));
  }

  @SimulatedJujuTest
  void refusesWhatJujuWouldNotTakeWhenItIsDeployed(SimulatedJuju juju) {
    CharmUnderTest charm = packed(HandmadeArchive.empty().file("metadata.yaml", 0644, P));

    assertEquals(
        directory.resolve("p.charm")
            + ": charm metadata without bases in manifest not valid; write manifest.yaml with \""
            + HandmadeArchive.MANIFEST
            + '"',
        assertThrows(ImpossibleWorldException.class, () -> juju.deploy("p", charm)).getMessage());
  }

  @SimulatedJujuTest
  void unpacksTheNextRevisionWhenItsUpgradeIsDue(SimulatedJuju juju) throws IOException {
    juju.deploy("p", listing("one", "old"));
    juju.settle();
    Files.writeString(charmDirectory(juju).resolve("made-by-charm"), "");

    juju.unit("p/0").failNext("update-status").updateStatus();
    juju.unit("p/0").runNextHook();
    juju.application("p").refresh(listing("two", "new"));
    HookRecord retried = juju.unit("p/0").runNextHook().orElseThrow();
    HookRecord upgrade = juju.unit("p/0").runNextHook().orElseThrow();

    assertEquals(
        List.of("one: dispatch made-by-charm manifest.yaml metadata.yaml old revision"),
        texts(retried));
    assertEquals("upgrade-charm", upgrade.hook().name());
    assertEquals(
        List.of("two: dispatch made-by-charm manifest.yaml metadata.yaml new revision"),
        texts(upgrade));
  }

  private static Path charmDirectory(SimulatedJuju juju) {
    return Path.of(juju.hooks().get(0).environment().getOrDefault("JUJU_CHARM_DIR", ""));
  }

  @SimulatedJujuTest
  void numbersTheRevisionsOfACharmByItsName(SimulatedJuju juju) throws IOException {
    juju.deploy("p", listing("one"));
    juju.deploy("q", listing("two"));
    juju.application("p").refresh(listing("three"));
    juju.settle();

    assertEquals(List.of("local:p-2", "local:p-1"), List.of(url(juju, "p/0"), url(juju, "q/0")));
  }

  private static String url(SimulatedJuju juju, String unit) throws IOException {
    HookRecord hook = juju.unit(unit).hooks().get(0);
    Path charm = Path.of(hook.environment().getOrDefault("JUJU_CHARM_DIR", ""));
    return Files.readString(charm.resolve(".juju-charm")).strip();
  }

  @SimulatedJujuTest
  void leavesTheFilesOfAnUpgradeThatIsTriedAgain(SimulatedJuju juju) throws IOException {
    juju.deploy("p", listing("one"));
    juju.settle();
    juju.application("p").refresh(packed(HandmadeArchive.of(P).script("dispatch", "exit 1")));
    juju.unit("p/0").runNextHook();

    // An operator mends it in its place.
    Files.writeString(charmDirectory(juju).resolve("dispatch"), "#!/bin/bash\necho mended\n");

    assertEquals(List.of("mended"), texts(juju.unit("p/0").runNextHook().orElseThrow()));
  }

  @SimulatedJujuTest
  void putsTheFilesOfARefreshByForceUnderAUnitInError(SimulatedJuju juju) {
    juju.deploy("p", packed(HandmadeArchive.of(P).script("dispatch", "exit 1")));
    juju.unit("p/0").runNextHook();

    juju.application("p").refreshByForce(listing("two"));
    HookRecord hook = juju.unit("p/0").resolve();

    assertEquals("install", hook.hook().name());
    assertEquals(List.of("two: dispatch manifest.yaml metadata.yaml revision"), texts(hook));
    assertEquals(
        List.of("leader-elected", "config-changed", "start"),
        juju.settle().stream().map(record -> record.hook().name()).toList());
  }

  @SimulatedJujuTest
  void beginsInEveryNewPodWithNothingButTheCharm(SimulatedJuju juju) throws IOException {
    juju.deployOnKubernetes("p", listing("one", "old"));
    juju.settle();
    Path made = charmDirectory(juju).resolve("made-by-charm");

    Files.writeString(made, "");
    juju.application("p").refresh(listing("two", "new"));
    List<HookRecord> upgraded = juju.settle();
    Files.writeString(made, "");
    juju.unit("p/0").reboot();
    List<HookRecord> restarted = juju.settle();

    assertEquals(
        List.of("stop", "upgrade-charm", "config-changed", "start"),
        upgraded.stream().map(record -> record.hook().name()).toList());
    assertEquals(
        List.of("one: dispatch made-by-charm manifest.yaml metadata.yaml old revision"),
        texts(upgraded.get(0)));
    List<String> fresh = List.of("two: dispatch manifest.yaml metadata.yaml new revision");
    assertEquals(fresh, texts(upgraded.get(1)));
    assertEquals(List.of(fresh), restarted.stream().map(PackedCharmTest::texts).toList());
  }

  @SimulatedJujuTest
  void keepsWhatACharmMadeWhenItsMachineRestarts(SimulatedJuju juju) throws IOException {
    juju.deploy("p", listing("one"));
    juju.settle();
    Files.writeString(charmDirectory(juju).resolve("made-by-charm"), "");

    juju.unit("p/0").reboot();

    assertEquals(
        List.of(List.of("one: dispatch made-by-charm manifest.yaml metadata.yaml revision")),
        juju.settle().stream().map(PackedCharmTest::texts).toList());
  }

  @SimulatedJujuTest
  void findsNothingOfAPodThatHadItsName(SimulatedJuju juju) throws IOException {
    juju.deployOnKubernetes("p", listing("one")).scale(2);
    juju.settle();
    HookRecord hook = juju.unit("p/1").hooks().get(0);
    Path charm = Path.of(hook.environment().getOrDefault("JUJU_CHARM_DIR", ""));
    Files.writeString(charm.resolve("made-by-charm"), "");

    juju.application("p").scale(1);
    juju.settle();
    juju.application("p").scale(2);

    assertEquals(
        List.of("one: dispatch manifest.yaml metadata.yaml revision"),
        texts(juju.unit("p/1").runNextHook().orElseThrow()));
  }
}
