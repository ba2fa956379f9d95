package dev.charmsignals.reconciler;

import dev.charmsignals.pebble.ContainerFiles;
import dev.charmsignals.pebble.FileOptions;
import java.util.function.Supplier;

/**
 * A file that a container's services need.
 *
 * @param path where in the container
 * @param text what it holds
 * @param options how it is made
 */
record WantedFile(String path, Supplier<String> text, FileOptions options) {

  /** Writes it if it differs; returns whether it did. */
  boolean push(ContainerFiles files) {
    String wanted = text.get();
    if (files.exists(path) && files.pull(path).equals(wanted)) {
      return false;
    }
    files.push(path, wanted, options);
    return true;
  }
}
