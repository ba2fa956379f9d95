package dev.charmsignals.packing.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveKindTest {

  @ParameterizedTest
  @CsvSource({
    "17, CLASS_DATA",
    "21, CLASS_DATA",
    "24, CLASS_DATA",
    "25, AOT_CACHE",
    "29, AOT_CACHE"
  })
  void isACacheFromTheFirstReleaseOnWhereThatStartsFaster(int release, ArchiveKind kind) {
    assertEquals(kind, ArchiveKind.of(release));
  }

  @ParameterizedTest
  @EnumSource
  void letsAnotherRuntimePassOverOptionsThatItDoesNotKnow(ArchiveKind kind) {
    assertEquals("-XX:+IgnoreUnrecognizedVMOptions", kind.options().get(0));
    assertTrue(kind.options().contains("-Xlog:all=off"), "an archive that is no use is no news");
  }

  /** A unit's processor may not know the instructions of the one that packed. */
  @Test
  void putsNoMachineCodeIntoACacheAndTakesNone() {
    ArchiveKind cache = ArchiveKind.AOT_CACHE;
    for (List<String> options :
        List.of(cache.noting("c"), cache.making("c", "l"), cache.options(), cache.insisting())) {
      assertEquals(
          List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching"),
          options.stream()
              .filter(each -> each.contains("Diagnostic") || each.contains("Adapter"))
              .distinct()
              .toList());
    }
  }

  @Test
  void insistsOnlyWhenPacking() {
    assertEquals(List.of(false, true), shares(ArchiveKind.CLASS_DATA, "-Xshare:on"));
    assertEquals(List.of(false, true), shares(ArchiveKind.AOT_CACHE, "-XX:AOTMode=on"));
  }

  private static List<Boolean> shares(ArchiveKind kind, String option) {
    return List.of(kind.options().contains(option), kind.insisting().contains(option));
  }
}
