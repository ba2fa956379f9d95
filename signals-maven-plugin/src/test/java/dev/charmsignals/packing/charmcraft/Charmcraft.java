package dev.charmsignals.packing.charmcraft;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that the tests are about. */
final class Charmcraft {

  /** What every charm needs, in six lines. */
  static final String HEAD =
      """
      type: charm
      name: panel
      summary: Shows.
      description: Shows what there is.
      base: ubuntu@24.04
      platforms: {amd64: }
      """;

  private Charmcraft() {}

  static CharmSource read(Path directory, String text) {
    try {
      return CharmSource.read(Files.writeString(directory.resolve("charmcraft.yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the mistakes in a text, each with its line and column. */
  static List<String> mistakes(Path directory, String text) {
    CharmcraftException refused =
        assertThrows(CharmcraftException.class, () -> read(directory, text));
    return refused.mistakes().stream()
        .map(each -> each.place().line() + ":" + each.place().column() + " " + each.text())
        .toList();
  }
}
