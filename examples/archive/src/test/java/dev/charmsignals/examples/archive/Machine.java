package dev.charmsignals.examples.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A machine with the directories that a test says. */
final class Machine implements Archiver {

  final Map<String, Long> sizes = new HashMap<>();
  final List<String> written = new ArrayList<>();
  boolean full;

  @Override
  public OptionalLong size(String directory) {
    Long size = sizes.get(directory);
    return size == null ? OptionalLong.empty() : OptionalLong.of(size);
  }

  @Override
  public void write(String directory, String file) throws IOException {
    if (full) {
      throw new IOException("no space left on device");
    }
    written.add(directory + " to " + file);
  }
}
