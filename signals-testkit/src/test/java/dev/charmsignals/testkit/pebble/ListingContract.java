package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.ContainerFiles;
import dev.charmsignals.pebble.FileInfo;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.PebbleApiException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How files are listed. */
interface ListingContract extends PebbleContract {

  private ContainerFiles files() {
    return client().files();
  }

  private void make(String directory, String... names) {
    files().makeDirectory(path(directory), FileOptions.usual());
    for (String name : names) {
      files().push(path(directory + "/" + name), "1234", FileOptions.usual().mode(0620));
    }
  }

  private static List<String> names(List<FileInfo> files) {
    return files.stream().map(FileInfo::name).toList();
  }

  @Test
  default void listsADirectory() {
    make("listed", "c", "a", "b");

    List<FileInfo> listed = files().list(path("listed"));

    assertEquals(List.of("a", "b", "c"), names(listed));
    FileInfo first = listed.get(0);
    assertEquals(
        List.of(path("listed/a"), "file", 4L, 0620),
        List.of(first.path(), first.type(), first.size(), first.permissions()));
    assertTrue(first.modified().isAfter(Instant.EPOCH));
    assertTrue(first.userId().isPresent());
  }

  @Test
  default void listsWhatFitsAPattern() {
    make("fitting", "file1.gz", "file2.tar.gz", "file3.txt", "other.gz");

    assertEquals(
        List.of("file1.gz", "file2.tar.gz"), names(files().list(path("fitting"), "file*.gz")));
  }

  @Test
  default void findsADirectoryItself() {
    make("itself");

    assertEquals("itself", files().find(path("itself")).orElseThrow().name());
    assertEquals("/", files().find("/").orElseThrow().name());
    assertTrue(files().isDirectory("/"));
  }

  @Test
  default void listsAFileAsItself() {
    make("single", "only");

    assertEquals(List.of("only"), names(files().list(path("single/only"))));
    assertFalse(files().isDirectory(path("single/only")));
  }

  @Test
  default void saysWhatCannotBeListed() {
    var failure = assertThrows(PebbleApiException.class, () -> files().list(path("not-there")));

    assertEquals(404, failure.statusCode());
    assertEquals("not-found", failure.kind().orElse(""));
    assertTrue(failure.reason().contains("no such file or directory"), failure.reason());
    assertFalse(files().exists(path("not-there")));
    assertEquals(
        400, assertThrows(PebbleApiException.class, () -> files().list("relative")).statusCode());
  }
}
