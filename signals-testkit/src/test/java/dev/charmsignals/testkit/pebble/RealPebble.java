package dev.charmsignals.testkit.pebble;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.charmsignals.pebble.Pebble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Pebble as Canonical makes it, in a process of its own. */
record RealPebble(Process process, Path home) implements PebbleUnderTest {

  private static final int NO_GO = 3;

  /** Starts one in a directory, or skips the test where none can be built. */
  static RealPebble start(Path home) throws Exception {
    Path pebble = build();
    Path log = home.resolve("pebble.log");
    Files.createDirectory(home.resolve("files"));
    ProcessBuilder builder =
        new ProcessBuilder(pebble.toString(), "run", "--create-dirs", "--hold")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear(); // commands inherit it
    environment.putAll(
        Map.of("PEBBLE", home.toString(), "PATH", "/usr/bin:/bin", "HOME", home.toString()));
    RealPebble started = new RealPebble(builder.start(), home);
    await("Pebble answers").until(() -> started.client().canConnect());
    return started;
  }

  private static Path build() throws IOException, InterruptedException {
    Path root = Path.of("").toAbsolutePath().getParent();
    Process script = new ProcessBuilder(root.resolve("scripts/build-pebble").toString()).start();
    String path = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(script.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = script.waitFor();
    assumeTrue(status != NO_GO, error.strip());
    assertEquals(0, status, error);
    return Path.of(path.strip());
  }

  @Override
  public Pebble client() {
    return Pebble.at(home.resolve(".pebble.socket"));
  }

  @Override
  public String directory() {
    return home.resolve("files").toString();
  }

  @Override
  public void failCheck(String name) {
    // Its command fails.
  }

  @Override
  public void write(String service, String line) {
    // Its command writes.
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
