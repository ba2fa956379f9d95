package dev.charmsignals.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.pebble.Container;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts rehearsals as whoever packs a charm does. */
class RehearsalIT {

  @TempDir private Path directory;

  @Test
  void loadsWhatHooksNeedAndRunsNoHandler() throws Exception {
    Run run = rehearse(QuietCharm.class);

    assertEquals(new Run(0, List.of("constructed")), run);
    List<String> loaded = Files.readAllLines(directory.resolve("loaded"));
    for (String needed :
        List.of(
            "dev.charmsignals.hooktools.AgentSocketTransport ",
            "dev.charmsignals.hooktools.ExecutableTransport ",
            "dev.charmsignals.bus.Inbox ",
            "dev.charmsignals.bus.Outbox ",
            "dev.charmsignals.signal.Emission$Held ",
            "dev.charmsignals.event.ActionEvent ",
            "dev.charmsignals.statuspool.Pool ",
            "dev.charmsignals.reconciler.Run ",
            "dev.charmsignals.reconciler.Standing$Held ",
            "dev.charmsignals.logging.JujuLogger ",
            QuietCharm.class.getName() + "$$Lambda")) {
      assertTrue(loaded.stream().anyMatch(line -> line.contains(" " + needed)), needed);
    }
    for (String unwanted : List.of("com.fasterxml.jackson.", Container.class.getName() + " ")) {
      assertTrue(loaded.stream().noneMatch(line -> line.contains(" " + unwanted)), unwanted);
    }
  }

  /** Each of these takes a hook longer than all that it has to do. */
  @Test
  void putsNoMethodsTogetherAtRunTime() throws Exception {
    rehearse(QuietCharm.class);

    assertEquals(
        List.of(),
        Files.readAllLines(directory.resolve("loaded")).stream()
            .filter(line -> line.contains(" java.lang.runtime.ObjectMethods "))
            .toList());
  }

  @Test
  void startsACharmOfAnotherPackageAsJavaDoesAndOutlastsItsThreads() throws Exception {
    assertEquals(
        new Run(0, List.of("constructed")), rehearse("dev.charmsignals.charm.LingeringCharm"));
  }

  @Test
  void saysWhyACharmCannotBeConstructed() throws Exception {
    Run run = rehearse(ImpossibleCharm.class);

    assertEquals(1, run.status());
    assertTrue(
        run.said()
            .contains(
                "Exception in thread \"main\" dev.charmsignals.name.UndeclaredNameException:"
                    + " Storage \"disk\" is not declared by the charm, which declares none"),
        String.join("\n", run.said()));
  }

  @Test
  void saysThatADirectoryIsTooDeepForASocket() throws Exception {
    directory = Files.createDirectory(directory.resolve("d".repeat(120)));
    Path socket = directory.resolve("stage/agent.socket");

    Run run = rehearse(QuietCharm.class);

    assertEquals(1, run.status());
    assertEquals(
        "Exception in thread \"main\" java.io.IOException: The path of a socket has at most 107 bytes,"
            + " and %s has %d; use a directory for temporary files with a shorter path, as with"
                .formatted(socket, socket.toString().length())
            + " MAVEN_OPTS=-Djava.io.tmpdir=/tmp",
        run.said().get(0));
  }

  @Test
  void leavesHookCommandsOutWhereNoProgramCanRun() throws Exception {
    String mounting = "mount -t tmpfs -o noexec none " + directory.resolve("stage");
    List<String> there = List.of("unshare", "-rm", "sh", "-c", mounting + " && exec \"$@\"", "sh");
    assumeTrue(canRun(there), "there is no noexec to be had");

    Run run = rehearse(there, QuietCharm.class.getName());

    assertEquals(new Run(0, List.of("constructed")), run);
    List<String> loaded = Files.readAllLines(directory.resolve("loaded"));
    for (String needed : List.of("AgentSocketTransport ", "ExecutableTransport ")) {
      assertEquals(
          needed.startsWith("Agent"),
          loaded.stream().anyMatch(line -> line.contains(" dev.charmsignals.hooktools." + needed)),
          needed);
    }
  }

  private boolean canRun(List<String> before) throws IOException, InterruptedException {
    Files.createDirectory(directory.resolve("stage"));
    List<String> command = new ArrayList<>(before);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // no Linux
    }
  }

  /** How a rehearsal ended and what it said. */
  private record Run(int status, List<String> said) {}

  private Run rehearse(Class<? extends Charm> charm) throws IOException, InterruptedException {
    return rehearse(charm.getName());
  }

  private Run rehearse(String charm) throws IOException, InterruptedException {
    return rehearse(List.of(), charm);
  }

  private Run rehearse(List<String> before, String charm) throws IOException, InterruptedException {
    Files.writeString(directory.resolve("metadata.yaml"), "name: quiet\n");
    Path stage = Files.createDirectories(directory.resolve("stage"));
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load:file=" + directory.resolve("loaded"),
            "-cp",
            System.getProperty("java.class.path"),
            Rehearsal.class.getName(),
            stage.toString(),
            charm));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said.lines().toList());
  }

  /** Says when it is constructed, and when a handler runs. */
  static final class QuietCharm extends Charm {

    private QuietCharm(CharmContext context) {
      super(context);
      observe(on().updateStatus(), event -> System.out.println("handled"));
      observe(on().collectUnitStatus(), event -> System.out.println("asked for its status"));
      System.out.println("constructed");
    }

    public static void main(String[] arguments) {
      CharmMain.run(QuietCharm::new);
    }
  }

  /** Names a storage that its metadata does not declare. */
  static final class ImpossibleCharm extends Charm {

    private ImpossibleCharm(CharmContext context) {
      super(context);
      observe(on().storage("disk").attached(), event -> System.out.println("handled"));
    }

    public static void main(String[] arguments) {
      CharmMain.run(ImpossibleCharm::new);
    }
  }
}
