package dev.charmsignals.packing.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsedPackagesTest {

  @Test
  void findsTypesInCodeSignaturesArraysAnnotationsAndLambdas() throws IOException {
    Set<String> packages;
    try (InputStream in = Sample.class.getResourceAsStream("UsedPackagesTest$Sample.class")) {
      packages = UsedPackages.of(in);
    }

    assertTrue(
        packages.containsAll(
            Set.of(
                "java.util.zip",
                "java.util.logging",
                "java.time.temporal",
                "java.util.function",
                "java.lang")),
        packages.toString());
  }

  @Test
  void refusesWhatIsNoClass() {
    IOException refused =
        assertThrows(
            IOException.class, () -> UsedPackages.of(new ByteArrayInputStream(new byte[64])));

    assertEquals("no class file", refused.getMessage());
  }

  /** A class for the tests to look at. */
  @SuppressWarnings("unused")
  private static final class Sample {
    private final Map<String, List<java.util.logging.Logger>> signature = Map.of();
    private final java.util.zip.CRC32[][] array = {};
    private final long twoPlaces = 5_000_000_000L;
    private final double also = 2.5;

    @Deprecated
    Object lambda() {
      java.util.function.Supplier<java.time.temporal.ChronoUnit> unit =
          () -> java.time.temporal.ChronoUnit.DAYS;
      return unit.get() + "" + twoPlaces + also;
    }
  }
}
