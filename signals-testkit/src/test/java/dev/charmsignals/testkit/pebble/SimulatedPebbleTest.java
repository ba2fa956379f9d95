package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.Pebble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contracts, kept by the simulated Pebble. */
class SimulatedPebbleTest
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
  static void startPebble() throws IOException {
    Path root = Files.createDirectories(home.resolve("root"));
    Files.createDirectory(root.resolve("files"));
    pebble =
        new Simulated(
            SimulatedPebble.at(home.resolve("pebble.socket"), root)
                .execOnHost()
                .onStart(SimulatedPebbleTest::startService)
                .start());
  }

  @AfterAll
  static void stopPebble() {
    pebble.close();
  }

  @Override
  public PebbleUnderTest pebble() {
    return pebble;
  }

  /** The few services of the contracts that are not just there. */
  private static OptionalInt startService(String name, String command) {
    if (name.equals("slow")) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return switch (command) {
      case "sh -c 'exit 7'" -> OptionalInt.of(7);
      case "false" -> OptionalInt.of(1);
      default -> OptionalInt.empty();
    };
  }

  private record Simulated(SimulatedPebble simulated) implements PebbleUnderTest {

    @Override
    public Pebble client() {
      return simulated.client();
    }

    @Override
    public String directory() {
      return "/files";
    }

    @Override
    public void failCheck(String name) {
      simulated.failCheck(name);
    }

    @Override
    public void write(String service, String line) {
      simulated.log(service, line);
    }

    @Override
    public void close() {
      simulated.close();
    }
  }
}
