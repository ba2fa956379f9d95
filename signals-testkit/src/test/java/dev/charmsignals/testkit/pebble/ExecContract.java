package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.ExecCommand;
import dev.charmsignals.pebble.ExecProcess;
import dev.charmsignals.pebble.ExecResult;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.PebbleApiException;
import dev.charmsignals.pebble.PebbleChangeException;
import dev.charmsignals.pebble.PebbleExecException;
import dev.charmsignals.pebble.PebbleLimitException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How commands are run. */
interface ExecContract extends PebbleContract {

  private ExecResult run(ExecCommand command) {
    try (ExecProcess process = client().exec(command)) {
      return process.output();
    }
  }

  private static ExecCommand sh(String script) {
    return ExecCommand.of("sh", "-c", script);
  }

  @Test
  default void returnsTheExitCode() {
    try (ExecProcess fine = client().exec(ExecCommand.of("true"));
        ExecProcess wrong = client().exec(sh("exit 42"))) {
      assertEquals(0, fine.exitCode());
      assertEquals(42, wrong.exitCode());
    }
  }

  @Test
  default void keepsOutputAndErrorsApart() {
    ExecResult result = run(sh("echo OUT; echo ERR >&2"));

    assertEquals("OUT\n", result.stdout());
    assertEquals("ERR\n", result.stderr());
  }

  @Test
  default void mixesErrorsIntoTheOutputWhenAsked() {
    ExecResult result = run(sh("echo OUT; echo ERR >&2").combineStderr());

    assertEquals(List.of("ERR", "OUT"), result.stdout().lines().sorted().toList());
    assertEquals("", result.stderr());
  }

  @Test
  default void tellsWhatAFailedCommandWrote() {
    var failure =
        assertThrows(PebbleExecException.class, () -> run(sh("echo OUT; echo ERR >&2; exit 42")));

    assertEquals("\"sh\" in the container exited with 42: ERR", failure.getMessage());
    assertEquals("OUT\n", failure.result().stdout());
    assertEquals(List.of("sh", "-c", "echo OUT; echo ERR >&2; exit 42"), failure.command());
  }

  @Test
  default void givesACommandItsInput() {
    assertEquals(
        "FOO\nBAR\n", run(ExecCommand.of("tr", "a-z", "A-Z").stdin("foo\nBar\n")).stdout());
  }

  @Test
  default void endsTheInputThatNobodyWrites() {
    assertEquals("", run(ExecCommand.of("cat")).stdout());
  }

  @Test
  default void carriesBytesOfAnyKindBothWays() {
    byte[] bytes = new byte[700_000];
    new Random(1).nextBytes(bytes);

    assertArrayEquals(bytes, run(ExecCommand.of("cat").stdin(bytes)).stdoutBytes());
  }

  @Test
  default void streamsLineByLine() throws IOException {
    try (ExecProcess process = client().exec(ExecCommand.of("cat"));
        var out = new BufferedReader(new InputStreamReader(process.stdout()))) {
      OutputStream in = process.stdin();
      for (String line : List.of("one", "two", "three")) {
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(line, out.readLine());
      }
      in.close();
      assertEquals(null, out.readLine());
      assertEquals(0, process.exitCode());
    }
  }

  @Test
  default void doesNotHangOnACommandThatReadsNothing() {
    byte[] much = new byte[4 * 1024 * 1024];

    assertEquals("done\n", run(ExecCommand.of("echo", "done").stdin(much)).stdout());
  }

  @Test
  default void collectsWhatWasWrittenBeforeAnybodyRead() {
    byte[] expected = new byte[1_000_000];
    Arrays.fill(expected, (byte) '\0');

    assertArrayEquals(
        expected, run(ExecCommand.of("head", "-c", "1000000", "/dev/zero")).stdoutBytes());
  }

  @Test
  default void collectsOnlySoMuch() {
    var command = ExecCommand.of("head", "-c", "100000", "/dev/zero").outputLimit(99_999);

    assertEquals(99_999, assertThrows(PebbleLimitException.class, () -> run(command)).limit());
  }

  @Test
  default void killsACommandThatTakesTooLong() {
    var command = ExecCommand.of("sleep", "60").timeout(Duration.ofMillis(100));

    var failure = assertThrows(PebbleChangeException.class, () -> run(command));

    assertTrue(failure.error().contains("timed out"), failure.error());
  }

  @Test
  default void runsWhereItIsTold() {
    client().files().push(path("where"), "here", FileOptions.usual());

    assertEquals(
        "here",
        run(ExecCommand.of("cat", "where").workingDirectory(pebble().directory())).stdout());
  }

  @Test
  default void addsToTheEnvironment() {
    assertEquals(
        "1.2.\n",
        run(sh("echo $ONE.$TWO.$THREE").environment("ONE", "1").environment("TWO", "2")).stdout());
  }

  @Test
  default void sendsASignal() {
    try (ExecProcess process = client().exec(ExecCommand.of("sleep", "60"))) {
      process.signal("SIGTERM");

      assertEquals(143, process.exitCode());
    }
  }

  @Test
  default void killsWhatIsClosed() {
    ExecProcess process = client().exec(ExecCommand.of("sleep", "60"));
    process.close();

    var change = client().changes().await(process.changeId(), Duration.ofSeconds(5));

    assertEquals(137, change.tasks().get(0).exitCode().orElseThrow());
  }

  @Test
  default void refusesWhatCannotBeRun() {
    var failure =
        assertThrows(
            PebbleApiException.class, () -> client().exec(ExecCommand.of("/no/such/program")));

    assertEquals(400, failure.statusCode());
  }

  @Test
  default void refusesADirectoryThatThereIsNot() {
    var command = ExecCommand.of("true").workingDirectory("/no/such/directory");

    assertEquals(
        500, assertThrows(PebbleApiException.class, () -> client().exec(command)).statusCode());
  }
}
