package dev.charmsignals.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checker has teeth: whatever is broken on purpose, it finds, and says which promise that is.
 */
@Tag("any-jdk")
class SeededFaultsTest {

  /** Faults that need a rare history show up within so many. */
  private static final long HISTORIES = 4_000;

  @ParameterizedTest
  @EnumSource
  void findsAFaultThatWasSeeded(SeededFault fault, @TempDir Path directory, TestReporter reporter)
      throws Exception {
    try (FaultyLoader loader = FaultyLoader.with(fault, directory)) {
      Class<?> hunt = loader.loadClass(Hunt.class.getName());

      Optional<?> found =
          (Optional<?>)
              hunt.getMethod("hunt", long.class, long.class, String.class)
                  .invoke(null, fault.seed(), HISTORIES, fault.promise());

      reporter.publishEntry(fault.name(), found.map(Object::toString).orElse(""));
      Map.Entry<?, ?> first =
          (Map.Entry<?, ?>) found.orElseGet(() -> fail(fault + " was not found"));
      History history = HistoryGenerator.of((Long) first.getKey());
      assertEquals(
          List.of(),
          Verdict.of(history).violations(),
          "what is found without the fault is not what was seeded");
    }
  }
}
