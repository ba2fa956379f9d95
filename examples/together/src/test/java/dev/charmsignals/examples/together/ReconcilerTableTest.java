package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-jdk")
class ReconcilerTableTest {

  private static final Path EXAMPLES = Path.of(System.getProperty("examples"));

  @Test
  void documentationShowsWhatTheReconcilerDoes() throws IOException {
    String page = Files.readString(EXAMPLES.resolve("../docs/explanation/reconciler-scenarios.md"));

    assertEquals(
        ReconcilerTable.updated(page, new ReconcilerTable(EXAMPLES).text()),
        page,
        "run scripts/reconciler-table --update");
  }

  @Test
  void refusesAPageThatHasNoPlaceForTheTable() {
    assertThrows(
        IllegalArgumentException.class, () -> ReconcilerTable.updated("# A page\n", "table"));
  }
}
