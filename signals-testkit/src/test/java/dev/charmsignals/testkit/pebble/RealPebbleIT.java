package dev.charmsignals.testkit.pebble;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contracts, kept by a real Pebble; skipped where Go cannot build one. */
class RealPebbleIT
    implements SystemContract,
        LayersContract,
        ServicesContract,
        ExecContract,
        FilesContract,
        ListingContract,
        ChecksContract,
        NoticesContract,
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
}
