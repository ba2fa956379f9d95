package dev.charmsignals.examples.together;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of classes of a packed charm: its first hook has it, and whatever becomes of it,
 * hooks work and nothing is said.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassArchiveIT {

  private static final Path INSTALLER = Charms.directory(BothCharms.EXAMPLES, "installer");
  private static final String CHARM = "dev.charmsignals.examples.installer.InstallerCharm";

  @TempDir private static Path directory = Path.of("");

  private SimulatedJuju juju = SimulatedJuju.seeded(1);
  private List<HookRecord> firstHooks = List.of();
  private List<String> firstLoads = List.of();
  private Map<String, String> unpacked = Map.of();
  private Path charm = Path.of("");
  private Path archive = Path.of("");
  private Path last = Path.of("");
  private byte[] whole = new byte[0];

  @BeforeAll
  void deploy() throws IOException {
    juju.deploy("installer", Charms.packed(BothCharms.EXAMPLES, "installer", variables()));
    firstHooks = List.of(unit().runNextHook().orElseThrow());
    firstLoads = loads();
    charm = charm(firstHooks.get(0));
    unpacked = files();
    unit().settle();
    archive = Loads.archive(charm);
    last = charm.resolve("lib/last/unpacked");
    whole = Files.readAllBytes(archive);
  }

  @BeforeEach
  void forget() throws IOException {
    loads();
  }

  @AfterEach
  void mend() throws IOException {
    makeWritable(true);
    Files.deleteIfExists(archive);
    Files.write(archive, whole);
    Files.createDirectories(last.resolveSibling(""));
    Files.writeString(last, "unpacked");
    date(last, Duration.ofSeconds(60));
  }

  @AfterAll
  void close() {
    juju.close();
  }

  @Test
  void theFirstHookMapsItsClassesAndTakesNoneFromAJar() {
    assertEquals("install", firstHooks.get(0).hook().name());
    assertEquals(HookOutcome.COMMITTED, firstHooks.get(0).outcome());
    assertTrue(Loads.maps(firstLoads, CHARM), "also the charm's own class");
    assertEquals(List.of(), Loads.fromJars(firstLoads));
    assertFalse(firstHooks.get(0).environment().containsKey("HOME"), "Juju sets none");
  }

  @Test
  void nothingIsEverWrittenOnTheUnit() throws IOException {
    Map<String, String> before = files();

    hook();

    assertEquals(before, files());
    assertEquals(unpacked.keySet(), before.keySet());
  }

  @Test
  void aRefreshBringsTheNextHookItsArchive() throws IOException {
    juju.application("installer")
        .refresh(Charms.packed(BothCharms.EXAMPLES, "installer", variables()));

    assertEquals("upgrade-charm", unit().runNextHook().orElseThrow().hook().name());

    assertTrue(Loads.maps(loads(), CHARM));
    unit().settle();
  }

  @Test
  void aCharmThatCharmcraftHasZippedMapsItsClassesToo() throws IOException {
    // Not sorted, but for the files of each directory, which come before its subdirectories.
    try (SimulatedJuju another = SimulatedJuju.seeded(1)) {
      another.deploy("installer", CharmUnderTest.directory(INSTALLER, variables()));

      another.unit("installer/0").runNextHook();

      List<String> loads = loads();
      assertTrue(Loads.maps(loads, CHARM));
      assertEquals(List.of(), Loads.fromJars(loads));
    }
  }

  @Test
  void worksInADirectoryThatIsReadOnly() throws IOException {
    makeWritable(false);

    assertTrue(Loads.maps(hook(), CHARM));
  }

  @Test
  void hooksThatStartAtOnceAllMapTheirClasses() throws Exception {
    Path dispatch = Loads.rehearsing(charm, CHARM);
    List<Process> hooks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path stage = Files.createTempDirectory(directory, "stage");
      ProcessBuilder builder = new ProcessBuilder(dispatch.toString());
      builder.environment().clear();
      builder.environment().putAll(variables());
      builder.environment().put("STAGE", stage.toString());
      builder.directory(charm.toFile());
      hooks.add(builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    for (Process hook : hooks) {
      String said = new String(hook.getErrorStream().readAllBytes(), ISO_8859_1);
      assertEquals(0, hook.waitFor(), said);
      assertTrue(Loads.maps(loads(hook.pid()), CHARM), said);
    }
    Files.delete(dispatch);
  }

  @Test
  void doesWithoutAnArchiveThatIsOlderThanAJar() throws IOException {
    Path jar = charm.resolve("lib/signals-core.jar");
    FileTime before = Files.getLastModifiedTime(jar);
    date(jar, Duration.ofDays(1));

    assertFalse(Loads.maps(hook(), CHARM));

    Files.setLastModifiedTime(jar, before);
  }

  @Test
  void doesWithoutAnArchiveThatAnAgentDidNotUnpackToItsEnd() throws IOException {
    replace(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    Files.delete(last);

    assertFalse(Loads.maps(hook(), CHARM));
  }

  @Test
  void doesWithoutAnArchiveThatAnUpgradingAgentDidNotUnpackToItsEnd() throws IOException {
    replace(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    date(archive, Duration.ofDays(1));

    assertFalse(Loads.maps(hook(), CHARM));
  }

  @Test
  void doesWithoutAnArchiveOfJunk() throws IOException {
    replace(
        bytes -> {
          new Random(1).nextBytes(bytes);
          return bytes;
        });

    assertFalse(Loads.maps(hook(), CHARM));
  }

  @Test
  void doesWithoutAnArchiveThatIsEmpty() throws IOException {
    replace(bytes -> new byte[0]);

    assertFalse(Loads.maps(hook(), CHARM));
  }

  @Test
  void doesWithoutAnArchiveOfAnotherJvm() throws IOException {
    replace(
        bytes -> {
          int name = new String(bytes, 0, 4_096, ISO_8859_1).indexOf("64-Bit Server VM");
          assertTrue(name > 0, "the archive begins with the name of the JVM that made it");
          bytes[name] = '9';
          return bytes;
        });

    assertFalse(Loads.maps(hook(), CHARM));
  }

  @Test
  void doesWithoutAnArchiveThatIsMissing() throws IOException {
    Files.delete(archive);

    assertFalse(Loads.maps(hook(), CHARM));
  }

  @Test
  void doesWithoutAnArchiveThatItMayNotRead() throws IOException {
    Files.setPosixFilePermissions(archive, Set.of());

    List<String> loads = hook();

    assertEquals(Files.isReadable(archive), Loads.maps(loads, CHARM), "root may read everything");
  }

  /** Runs a hook, which has to go well and say no more than usual, and returns what it loaded. */
  private List<String> hook() throws IOException {
    HookRecord hook = unit().updateStatus().run("update-status");

    assertEquals(HookOutcome.COMMITTED, hook.outcome());
    assertEquals(
        List.of("Picked up JAVA_TOOL_OPTIONS: " + variables().get("JAVA_TOOL_OPTIONS")),
        hook.logs().stream().map(line -> line.text().strip()).toList());
    List<String> loads = loads();
    assertFalse(loads.isEmpty());
    return loads;
  }

  private SimulatedUnit unit() {
    return juju.unit("installer/0");
  }

  private static Path charm(HookRecord hook) {
    return Path.of(hook.environment().getOrDefault("JUJU_CHARM_DIR", ""));
  }

  private static Map<String, String> variables() {
    return Map.of("JAVA_TOOL_OPTIONS", Loads.noted(directory));
  }

  private static List<String> loads() throws IOException {
    return Loads.taken(directory);
  }

  private static List<String> loads(long process) throws IOException {
    return Files.readAllLines(directory.resolve(Loads.name(process)));
  }

  /** Changes what is in the archive, and not its time. */
  private void replace(UnaryOperator<byte[]> change) throws IOException {
    Files.write(archive, change.apply(whole.clone()));
    date(archive, Duration.ZERO);
  }

  private static void date(Path file, Duration fromNow) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(fromNow)));
  }

  private void makeWritable(boolean writable) throws IOException {
    Set<PosixFilePermission> permissions =
        PosixFilePermissions.fromString(writable ? "rwxr-xr-x" : "r-xr-xr-x");
    for (String each : List.of("", "lib", "lib/last", "runtime", "runtime/lib")) {
      if (Files.exists(charm.resolve(each))) {
        Files.setPosixFilePermissions(charm.resolve(each), permissions);
      }
    }
  }

  /** Returns size and time of every file in the charm's directory. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(charm)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(
            charm.relativize(each).toString(),
            Files.size(each) + " " + Files.getLastModifiedTime(each));
      }
    }
    return files;
  }
}
