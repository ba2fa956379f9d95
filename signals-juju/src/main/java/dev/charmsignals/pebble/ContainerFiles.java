package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a container. Paths are absolute, and texts UTF-8.
 *
 * <p>A path for which something fails is a {@link PebblePathException}; listing says the same by a
 * {@link PebbleApiException}, because Pebble does.
 */
public final class ContainerFiles {

  private static final String PATH = "/v1/files";

  private final Daemon daemon;

  ContainerFiles(Daemon daemon) {
    this.daemon = daemon;
  }

  /** Writes a text into a file, in one step: nobody sees half of it. */
  public void push(String path, String text) {
    push(path, text, FileOptions.usual());
  }

  /** Writes a text into a file made in a certain way. */
  public void push(String path, String text, FileOptions options) {
    push(path, text.getBytes(StandardCharsets.UTF_8), options);
  }

  /** Writes bytes into a file made in a certain way. */
  public void push(String path, byte[] content, FileOptions options) {
    new FileTransfer(daemon).push(path, new ByteArrayInputStream(content), content.length, options);
  }

  /** Writes all that a stream brings into a file, as it comes; the caller closes the stream. */
  public void push(String path, InputStream content, FileOptions options) {
    new FileTransfer(daemon).push(path, content, -1, options);
  }

  /** Writes a copy of one of this process's files. */
  public void push(String path, Path source, FileOptions options) {
    try (InputStream content = Files.newInputStream(source)) {
      new FileTransfer(daemon).push(path, content, Files.size(source), options);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + source, e);
    }
  }

  /**
   * Reads a file as text.
   *
   * @throws PebbleLimitException when it has more than 16 MiB
   */
  public String pull(String path) {
    return new String(pullBytes(path), StandardCharsets.UTF_8);
  }

  /**
   * Reads a file.
   *
   * @throws PebbleLimitException when it has more than 16 MiB
   */
  public byte[] pullBytes(String path) {
    return new FileTransfer(daemon).pull(path);
  }

  /** Copies a file into one of this process's, which is there only when all of it is. */
  public void pull(String path, Path target) {
    new FileTransfer(daemon).pull(path, target);
  }

  /** Returns what a directory holds, by name; or the file, if it is one. */
  public List<FileInfo> list(String path) {
    return list(new Query(PATH).with("action", "list").with("path", path));
  }

  /** Returns what of a directory fits a pattern such as {@code *.log}, by name. */
  public List<FileInfo> list(String path, String pattern) {
    return list(new Query(PATH).with("action", "list").with("path", path).with("pattern", pattern));
  }

  /** Returns what a path leads to; empty if that is nothing. */
  public Optional<FileInfo> find(String path) {
    try {
      return list(new Query(PATH).with("action", "list").with("path", path).with("itself", "true"))
          .stream()
          .findFirst();
    } catch (PebbleApiException e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Returns whether a path leads to something. */
  public boolean exists(String path) {
    return find(path).isPresent();
  }

  /** Returns whether a path leads to a directory. */
  public boolean isDirectory(String path) {
    return find(path).map(FileInfo::isDirectory).orElse(false);
  }

  /** Makes a directory, which must be new unless the options make its parents. */
  public void makeDirectory(String path, FileOptions options) {
    JsonWriter json = new JsonWriter().startObject().name("action").string("make-dirs");
    json.name("dirs").startArray();
    FileTransfer.describe(json, path, options, "make-parents");
    post(json.endArray().endObject());
  }

  /** Removes files and empty directories, each of which must be there. */
  public void remove(String... paths) {
    remove(false, paths);
  }

  /** Removes files, directories with all they hold, and what is not there anyway. */
  public void removeAll(String... paths) {
    remove(true, paths);
  }

  private void remove(boolean recursive, String... paths) {
    JsonWriter json = new JsonWriter().startObject().name("action").string("remove");
    json.name("paths").startArray();
    for (String path : paths) {
      json.startObject().name("path").string(path);
      json.name("recursive").bool(recursive).endObject();
    }
    post(json.endArray().endObject());
  }

  private List<FileInfo> list(Query query) {
    List<FileInfo> files = new ArrayList<>();
    for (Fields fields : Fields.listOf("a file", daemon.get(query.toString()))) {
      files.add(FileInfo.of(fields));
    }
    return files;
  }

  private void post(JsonWriter json) {
    FileTransfer.requireSuccess(daemon.post(PATH, json.text()).result());
  }
}
