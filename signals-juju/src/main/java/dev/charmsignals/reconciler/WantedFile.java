package dev.charmsignals.reconciler;

import dev.charmsignals.pebble.ContainerFiles;
import dev.charmsignals.pebble.FileOptions;
import java.util.List;
import java.util.function.Supplier;

/**
 * A file that a container's services need.
 *
 * @param path where in the container
 * @param text what it holds
 * @param options how it is made
 */
record WantedFile(String path, Supplier<String> text, FileOptions options) {

  /** Asks for what it holds, which may fail; nothing is done in the container. */
  Content ask() {
    return new Content(path, text.get(), options);
  }

  /**
   * The file as it is to be.
   *
   * @param path where in the container
   * @param text what it holds
   * @param options how it is made
   */
  record Content(String path, String text, FileOptions options) {

    /** Returns whether the container lacks it, or has another text there. */
    boolean isLackedBy(ContainerFiles files) {
      return !files.exists(path) || !files.pull(path).equals(text);
    }

    void push(ContainerFiles files) {
      files.push(path, text, options);
    }

    /** Returns everything in which it can differ from what it was. */
    List<Object> facts() {
      return List.of(
          path,
          text,
          options.mode(),
          options.userId(),
          options.user(),
          options.groupId(),
          options.group());
    }
  }
}
