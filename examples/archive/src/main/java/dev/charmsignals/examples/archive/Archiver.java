package dev.charmsignals.examples.archive;

import java.io.IOException;
import java.util.OptionalLong;

/** What the charm asks of its machine; a test answers in its place. */
public interface Archiver {

  /** Returns how many bytes there are in a directory; empty when there is no such directory. */
  OptionalLong size(String directory) throws IOException;

  /**
   * Writes a directory to a file.
   *
   * @throws IOException when it cannot; what was written of the file is left there
   */
  void write(String directory, String file) throws IOException;
}
