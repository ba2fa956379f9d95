package dev.charmsignals.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

  private static List<String> hooksOf(History history) {
    try (Stage stage = Stage.run(history)) {
      return stage.hooks().stream().map(hook -> hook + " " + hook.changes()).toList();
    }
  }
}
