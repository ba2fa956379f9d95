package dev.charmsignals.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bus keeps its promises whatever happens; {@code scripts/soak} looks further. */
class HistoriesTest {

  private static final long FIRST_SEED = 1;

  /** Ten thousand; a tenth of that where the build repeats its tests on another JDK. */
  private static final long HISTORIES = Boolean.getBoolean("histories.brief") ? 1_000 : 10_000;

  @Test
  void keepsEveryPromiseInThousandsOfHistories() {
    Search search = new Search(FIRST_SEED, HISTORIES, () -> true);

    Optional<Verdict> failing = search.run();

    assertEquals("", failing.map(FailingHistory::describe).orElse(""));
    assertEquals(HISTORIES, search.tally().histories());
    assertEquals(EnumSet.allOf(Act.class), search.tally().acts(), "every adversary takes part");
  }

  @Test
  void goesTheSameWayAgainFromTheTextOfAHistory() {
    History history = HistoryGenerator.of(42);

    History read = History.parse(history.text());

    assertEquals(history, read);
    assertEquals(hooksOf(history), hooksOf(read));
  }

  /** What soaks have stopped at, or readers foresaw; bus or checker were mended since. */
  @ParameterizedTest
  @MethodSource("onceFailed")
  void keepsEveryPromiseInAHistoryThatOnceFailed(Path file) throws IOException {
    Verdict verdict = Verdict.of(History.parse(Files.readString(file)));

    assertEquals("", verdict.failed() ? FailingHistory.describe(verdict) : "");
    assertEquals(true, verdict.done().size() > 1, "it is more than an empty world");
  }

  static List<Path> onceFailed() throws IOException, URISyntaxException {
    URL directory = Objects.requireNonNull(HistoriesTest.class.getResource("once-failed"));
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of(directory.toURI()))) {
      all.forEach(files::add);
    }
    Collections.sort(files);
    return files;
  }

  private static List<String> hooksOf(History history) {
    try (Stage stage = Stage.run(history)) {
      return stage.hooks().stream().map(hook -> hook + " " + hook.changes()).toList();
    }
  }
}
