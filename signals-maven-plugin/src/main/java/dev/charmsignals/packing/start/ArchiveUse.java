package dev.charmsignals.packing.start;

import java.util.List;

/**
 * How an archive is used.
 *
 * @param file its path in the charm
 * @param options what Java has to be given for it
 */
public record ArchiveUse(String file, List<String> options) {

  /** Copies what it is given. */
  public ArchiveUse {
    options = List.copyOf(options);
  }
}
