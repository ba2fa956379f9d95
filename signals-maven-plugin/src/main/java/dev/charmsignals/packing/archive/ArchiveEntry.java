package dev.charmsignals.packing.archive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or link of a charm.
 *
 * @param name its path from the root of the charm, with {@code /}
 * @param file where it is
 * @param executable whether it can be run
 * @param target where it leads, if it is a link
 */
record ArchiveEntry(String name, Path file, boolean executable, Optional<String> target) {

  private static final int REGULAR = 0100000;
  private static final int LINK = 0120000;

  /**
   * Returns type and permissions as Unix has them. Of the permissions only "executable" is kept, so
   * that the umask of whoever built the charm does not show.
   */
  int unixMode() {
    if (target.isPresent()) {
      return LINK | 0777;
    }
    return REGULAR | (executable ? 0755 : 0644);
  }

  /** Returns whether this is unpacked after everything else. */
  boolean isLast() {
    return name.startsWith(CharmArchive.LAST + "/");
  }
}
