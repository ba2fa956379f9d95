package dev.charmsignals.metadata;

import java.nio.file.Path;

/** A process that reads the metadata of the directory it is given, and nothing else. */
final class ReadMetadata {

  private ReadMetadata() {}

  public static void main(String[] arguments) {
    if (CharmMetadata.read(Path.of(arguments[0])).endpoints().isEmpty()) {
      throw new IllegalStateException("no endpoint was read");
    }
    if (CharmMetadata.readActions(Path.of(arguments[0])).isEmpty()) {
      throw new IllegalStateException("no action was read");
    }
  }
}
