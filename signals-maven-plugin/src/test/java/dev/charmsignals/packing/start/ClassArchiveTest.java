package dev.charmsignals.packing.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an archive is made, with a script in the place of Java. */
class ClassArchiveTest {

  private static final List<String> JARS = List.of("lib/a.jar", "lib/signals-juju.jar");

  /** Writes the files that options name: classes, the archive, and who loaded classes. */
  private static final String AS_JAVA =
      """
      for word; do
        case $word in
          -XX:DumpLoadedClassList=*) printf '@lambda-proxy b\\nb\\na\\n' > "${word#*=}" ;;
          -XX:SharedClassListFile=*) cat "${word#*=}" > listed ;;
          -XX:AOTConfiguration=*) echo recorded > "${word#*=}" ;;
          -Xlog:class+load:file=*)
            loads=${word#*=}
            printf '[1] a source: x\\n' > "${loads%:tid}"
            [ ! -e races ] || [ "$(grep -c Xshare:dump calls)" -ge 3 ] ||
              printf '[2] b source: x\\n' >> "${loads%:tid}"
            ;;
        esac
      done
      case "$*" in *-Xshare:dump*) echo classes > lib/charm.jsa ;; esac
      case "$*" in *AOTMode=create*) echo classes > lib/charm.aot ;; esac
      """;

  @TempDir private Path charm;

  @BeforeEach
  void packWhatIsNeeded() throws IOException {
    Files.createDirectory(charm.resolve("lib"));
    for (String jar : JARS) {
      Files.createFile(charm.resolve(jar));
    }
    Files.writeString(charm.resolve("metadata.yaml"), "name: a");
  }

  @Test
  void rehearsesMakesAndTriesOutAnArchiveBeforeJava25() throws IOException {
    ScriptedRuntime runtime = ScriptedRuntime.in(charm, "17.0.15", AS_JAVA);
    Files.createDirectories(charm.resolve("runtime/lib"));
    Files.writeString(charm.resolve("runtime/lib/classlist"), "# usual\nc\n@lambda-form c\n");

    Optional<ArchiveUse> use = make();

    assertEquals(
        Optional.of(
            new ArchiveUse("lib/charm.jsa", "lib/last/unpacked", ArchiveKind.CLASS_DATA.options())),
        use);
    assertEquals(
        List.of(1L, 1L, 1L, 3L),
        List.of(
            runtime.callsWith("-Xshare:off"),
            runtime.callsWith("-Xshare:dump"),
            runtime.callsWith("-Xshare:on"),
            (long) runtime.calls().size()));
    assertEquals(
        List.of("a", "b", "c", "@lambda-form c", "@lambda-proxy b"),
        Files.readAllLines(charm.resolve("listed")),
        "sorted, whatever the order in which they were loaded");
  }

  @Test
  void recordsCreatesAndTriesOutACacheFromJava25On() throws IOException {
    ScriptedRuntime runtime = ScriptedRuntime.in(charm, "25.0.3", AS_JAVA);

    assertFalse(ClassArchive.isIn(charm));
    Optional<ArchiveUse> use = make();
    assertTrue(ClassArchive.isIn(charm));

    assertEquals("lib/charm.aot", use.orElseThrow().file());
    assertEquals(
        List.of(1L, 1L, 1L, 3L),
        List.of(
            runtime.callsWith("-XX:AOTMode=record"),
            runtime.callsWith("-XX:AOTMode=create"),
            runtime.callsWith("-XX:AOTMode=on"),
            (long) runtime.calls().size()));
  }

  @Test
  void leavesNothingThatIsNewerThanTheFileThatIsUnpackedLast() throws IOException {
    ScriptedRuntime.in(charm, "17.0.15", AS_JAVA);

    make();

    Path last = charm.resolve("lib/last/unpacked");
    assertTrue(Files.size(last) > 0);
    for (String each : List.of("lib/a.jar", "lib/signals-juju.jar", "lib/charm.jsa")) {
      assertTrue(
          Files.getLastModifiedTime(charm.resolve(each)).compareTo(Files.getLastModifiedTime(last))
              <= 0,
          each);
    }
  }

  @Test
  void makesItAgainIfItDependedOnARaceOfThreads() throws IOException {
    Assumptions.assumeFalse(TakingTurns.words().isEmpty(), "this machine has no taskset or chrt");
    ScriptedRuntime runtime = ScriptedRuntime.in(charm, "17.0.15", AS_JAVA);
    Files.createFile(charm.resolve("races"));

    make();

    assertEquals(3, runtime.callsWith("-Xshare:dump"));
  }

  @Test
  void makesNoneWithoutARuntimeOrTheToolkitOrIfToldSo() throws IOException {
    Optional<ArchiveUse> withoutRuntime = make();
    ScriptedRuntime runtime = ScriptedRuntime.in(charm, "17.0.15", AS_JAVA);
    Optional<ArchiveUse> withoutToolkit =
        ClassArchive.make(charm, List.of("lib/a.jar"), "Main", List.of());
    Optional<ArchiveUse> toldSo =
        ClassArchive.make(charm, JARS, "Main", List.of("-Xmx64m", "-Xshare:off"));

    assertEquals(
        List.of(Optional.empty(), Optional.empty(), Optional.empty()),
        List.of(withoutRuntime, withoutToolkit, toldSo));
    assertEquals(List.of(), runtime.calls());
    assertFalse(Files.exists(charm.resolve("lib/last")));
  }

  @Test
  void refusesToPackACharmThatCannotBeConstructed() throws IOException {
    ScriptedRuntime.in(charm, "17.0.15", "echo 'no endpoint \"chanel\"'; exit 1\n");

    ClassArchiveException failed = assertThrows(ClassArchiveException.class, this::make);

    assertTrue(String.valueOf(failed.getMessage()).contains("no endpoint \"chanel\""));
    assertFalse(Files.exists(charm.resolve("lib/last")));
  }

  private Optional<ArchiveUse> make() {
    return ClassArchive.make(charm, JARS, "com.example.MyCharm", List.of("-Xmx64m"));
  }
}
