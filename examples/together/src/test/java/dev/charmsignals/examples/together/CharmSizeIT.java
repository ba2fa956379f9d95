package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a charm comes to that brings a runtime and an archive of its classes along. */
class CharmSizeIT {

  private static final long MEBIBYTE = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"installer", "panel"})
  void isSmall(String name) throws IOException {
    Path charm = Charms.directory(BothCharms.EXAMPLES, name);
    boolean before25 = Files.exists(charm.resolve("lib/charm.jsa"));

    long size = Files.size(Charms.archive(BothCharms.EXAMPLES, name).file());

    assertTrue(Files.exists(charm.resolve("runtime/bin/java")));
    assertTrue(size < (before25 ? 25 : 30) * MEBIBYTE, size + " bytes");
  }
}
