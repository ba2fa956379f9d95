package dev.charmsignals.packing.start;

import java.util.List;

/**
 * How an archive is used.
 *
 * @param file its path in the charm
 * @param last the path of what is unpacked after it and after the jars: what is newer was changed
 *     since, or never came to its end
 * @param options what Java has to be given for it
 */
public record ArchiveUse(String file, String last, List<String> options) {

  /** Copies what it is given. */
  public ArchiveUse {
    options = List.copyOf(options);
  }
}
