package dev.charmsignals.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two modules' tests need stands in both, and stays the same. */
class TwinsTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theHelperOfTheFuzzTargetsIsTheSameInBothModules() throws IOException {
    String core = fuzzHelper("signals-core");

    assertTrue(core.contains("class Hostile"));
    assertEquals(core, fuzzHelper("signals-juju"));
  }

  private static String fuzzHelper(String module) throws IOException {
    List<String> lines =
        Files.readAllLines(
            ROOT.resolve(module)
                .resolve("src/test/java/dev/charmsignals/fuzz")
                .resolve("Hostile.java"));
    return String.join("\n", lines);
  }
}
