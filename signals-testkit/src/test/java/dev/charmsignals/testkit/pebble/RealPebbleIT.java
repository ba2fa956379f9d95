package dev.charmsignals.testkit.pebble;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.pebble.ExecCommand;
import dev.charmsignals.pebble.ExecProcess;
import dev.charmsignals.pebble.PebbleTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts, kept by a real Pebble; skipped where Go cannot build one. */
@Tag("any-jdk")
class RealPebbleIT
    implements SystemContract,
        LayersContract,
        ServicesContract,
        ExecContract,
        FilesContract,
        ListingContract,
        ChecksContract,
        NoticesContract,
        LogsContract,
        ReconcilerContract {

  @TempDir private static Path home;
  private static PebbleUnderTest pebble;

  @BeforeAll
  static void startPebble() throws Exception {
    pebble = RealPebble.start(home);
  }

  @AfterAll
  static void stopPebble() throws Exception {
    if (pebble != null) {
      pebble.close();
    }
  }

  @Override
  public PebbleUnderTest pebble() {
    return pebble;
  }

  @Test
  void givesUpOnACommandWhoseChildKeepsItsOutputOpen() {
    var command =
        ExecCommand.of("sh", "-c", "setsid sleep 3 & sleep 3").timeout(Duration.ofMillis(100));

    try (ExecProcess process = client().exec(command)) {
      assertThrows(PebbleTimeoutException.class, process::output);
      String threads = "pebble-exec-" + process.changeId() + "-";
      await("its threads end")
          .until(
              () ->
                  Thread.getAllStackTraces().keySet().stream()
                      .noneMatch(thread -> thread.getName().startsWith(threads)));
    }
  }
}
