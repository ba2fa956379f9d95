package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.pebble.Container;
import dev.charmsignals.pebble.ExecCommand;
import dev.charmsignals.pebble.ExecProcess;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.testkit.pebble.SimulatedPebble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the page about workloads that is not the example's. */
class PebblePageTest {

  @TempDir private Path containers;
  @TempDir private Path files;
  private SimulatedPebble pebble;
  private Container web;

  @BeforeEach
  void start() throws IOException {
    Path root = Files.createDirectory(containers.resolve("root"));
    pebble = SimulatedPebble.at(containers.resolve("web/pebble.socket"), root).start();
    web = Container.of("web", containers.toString());
  }

  @AfterEach
  void stop() {
    pebble.close();
  }

  @Test
  void readsAndWritesWhileACommandRuns() throws IOException {
    pebble.onExec(
        "sort",
        call -> {
          List<String> lines = new ArrayList<>();
          new BufferedReader(new InputStreamReader(call.stdin(), StandardCharsets.UTF_8))
              .lines()
              .sorted()
              .forEach(lines::add);
          call.stdout().write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
          return 0;
        });

    // region streams
    List<String> sorted = new ArrayList<>();
    try (ExecProcess sort = web.exec(ExecCommand.of("sort"))) {
      OutputStream in = sort.stdin();
      in.write("b\na\n".getBytes(StandardCharsets.UTF_8));
      in.close();
      new BufferedReader(new InputStreamReader(sort.stdout(), StandardCharsets.UTF_8))
          .lines()
          .forEach(sorted::add);
      sort.exitCode();
    }
    // endregion

    assertEquals(List.of("a", "b"), sorted);
  }

  @Test
  void movesFiles() throws IOException {
    Path certificate = Files.writeString(files.resolve("certificate"), "certificate");
    Path report = files.resolve("report");

    // region files
    FileOptions secret = FileOptions.usual().withParents().mode(0600).owner("web", "web");
    web.files().push("/etc/web/key.pem", "…", secret);
    web.files().push("/etc/web/certificate.pem", certificate, FileOptions.usual());
    web.files().pull("/etc/web/certificate.pem", report);
    web.files().list("/etc/web", "*.pem").forEach(file -> web.files().remove(file.path()));
    // endregion

    assertEquals("certificate", Files.readString(report));
    assertFalse(web.files().exists("/etc/web/key.pem"));
  }
}
