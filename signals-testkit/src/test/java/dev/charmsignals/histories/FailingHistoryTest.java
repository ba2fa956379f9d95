package dev.charmsignals.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed of a history that broke a promise is enough to see it broken again. */
class FailingHistoryTest {

  @Test
  void printsTheHooksOfAHistoryThatNeverSettles(@TempDir Path directory) throws Exception {
    SeededFault fault = SeededFault.SAYS_WHEN_IT_LOOKED;
    try (FaultyLoader loader = FaultyLoader.with(fault, directory)) {
      Class<?> hunt = loader.loadClass(Hunt.class.getName());

      String printed = (String) hunt.getMethod("describe", long.class).invoke(null, fault.seed());

      String broken = between(printed, "A promise was broken:\n", "\n");
      assertTrue(broken.startsWith("I6 quiescence: Still not settled after "), broken);
      assertTrue(printed.contains("wrote   talk:2 a/0 looked="), "the hooks are printed, too");
    }
  }

  @Test
  void printsAShorterHistoryThatBreaksTheSamePromiseAgain(@TempDir Path directory)
      throws Exception {
    SeededFault fault = SeededFault.TRIM_WITHOUT_ACK;
    try (FaultyLoader loader = FaultyLoader.with(fault, directory)) {
      Class<?> hunt = loader.loadClass(Hunt.class.getName());

      String printed = (String) hunt.getMethod("describe", long.class).invoke(null, fault.seed());

      String promise = between(printed, "A promise was broken:\n", ":");
      String copied = between(printed, "--replay <file>:\n\n", "\nWhat happened in it:");
      History shortest = History.parse(copied);
      History original = HistoryGenerator.of(fault.seed());
      assertTrue(promise.startsWith(fault.promise() + " "), promise);
      assertEquals(original.with(shortest.steps()), shortest, "the same world");
      assertTrue(shortest.steps().size() < original.steps().size(), copied);
      assertTrue(printed.contains("talk-relation-created"), "the hooks are printed, too");
      List<?> again = (List<?>) hunt.getMethod("replay", String.class).invoke(null, copied);
      assertTrue(again.contains(promise), again.toString());
      assertEquals(List.of(), Hunt.replay(copied), "without the fault nothing is wrong");
    }
  }

  /** Copies a part of a text, as a person would. */
  private static String between(String text, String before, String after) {
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf(after, from));
  }
}
