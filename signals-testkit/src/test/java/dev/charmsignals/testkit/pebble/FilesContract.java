package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.ContainerFiles;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.PebblePathException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files are written, read and removed. */
interface FilesContract extends PebbleContract {

  private ContainerFiles files() {
    return client().files();
  }

  private static String kindOf(Runnable deed) {
    return assertThrows(PebblePathException.class, deed::run).kind();
  }

  @Test
  default void pullsTheTextThatWasPushed() {
    files().push(path("text"), "Grüße\r\n--boundary\r\n");

    assertEquals("Grüße\r\n--boundary\r\n", files().pull(path("text")));
  }

  @Test
  default void pushesFromMemoryAStreamOrAFile(@TempDir Path local) throws IOException {
    byte[] bytes = new byte[1024 * 1024];
    new Random(2).nextBytes(bytes);
    Path source = Files.write(local.resolve("source"), bytes);

    files().push(path("memory"), bytes, FileOptions.usual());
    files().push(path("stream"), new ByteArrayInputStream(bytes), FileOptions.usual());
    files().push(path("file"), source, FileOptions.usual());

    assertArrayEquals(bytes, files().pullBytes(path("memory")));
    assertArrayEquals(bytes, files().pullBytes(path("stream")));
    files().pull(path("file"), local.resolve("target"));
    assertArrayEquals(bytes, Files.readAllBytes(local.resolve("target")));
  }

  @Test
  default void pushesAnEmptyFile() {
    files().push(path("empty"), "");

    assertEquals("", files().pull(path("empty")));
  }

  @Test
  default void takesANameWithQuotes() {
    files().push(path("a \"b\" \\ c;d=é"), "odd");

    assertEquals("odd", files().pull(path("a \"b\" \\ c;d=é")));
  }

  @Test
  default void refusesANameWithALineBreakBeforeAnythingIsSent() {
    assertEquals("generic-file-error", kindOf(() -> files().push(path("a\nb"), "")));
  }

  @Test
  default void makesParentsOnlyWhenAsked() {
    String path = path("made/for/this");

    assertEquals("not-found", kindOf(() -> files().push(path, "x")));
    files().push(path, "x", FileOptions.usual().withParents());

    assertEquals("x", files().pull(path));
  }

  @Test
  default void refusesAFileBelowAFileAndAPathThatIsNotAbsolute() {
    files().push(path("leaf"), "x");

    assertEquals("generic-file-error", kindOf(() -> files().push(path("leaf/below"), "x")));
    assertEquals("generic-file-error", kindOf(() -> files().push("relative", "x")));
  }

  @Test
  default void setsTheModeOfAFile() {
    files().push(path("private"), "x", FileOptions.usual().mode(0600));
    assertEquals(0600, files().find(path("private")).orElseThrow().permissions());

    files().push(path("private"), "x", FileOptions.usual().mode(0777));
    assertEquals(0777, files().find(path("private")).orElseThrow().permissions());

    assertEquals(
        "generic-file-error",
        kindOf(() -> files().push(path("private"), "x", FileOptions.usual().mode(01000))));
    assertEquals(
        "generic-file-error",
        kindOf(() -> files().push(path("private"), "x", FileOptions.usual().mode(-1))));
  }

  @Test
  default void tellsWhatCannotBePulled(@TempDir Path local) {
    var missing = assertThrows(PebblePathException.class, () -> files().pull(path("missing")));
    assertEquals(List.of(path("missing"), "not-found"), List.of(missing.path(), missing.kind()));

    assertEquals("generic-file-error", kindOf(() -> files().pull(pebble().directory())));
    assertThrows(
        PebblePathException.class, () -> files().pull(path("missing"), local.resolve("it")));
    assertEquals(0, local.toFile().list().length);
  }

  @Test
  default void makesDirectories() {
    files().makeDirectory(path("plain"), FileOptions.usual().mode(0700));
    assertEquals(0700, files().find(path("plain")).orElseThrow().permissions());
    assertEquals(
        "generic-file-error",
        kindOf(() -> files().makeDirectory(path("plain"), FileOptions.usual())));

    assertEquals(
        "not-found", kindOf(() -> files().makeDirectory(path("a/b"), FileOptions.usual())));
    files().makeDirectory(path("a/b"), FileOptions.usual().withParents());
    files().makeDirectory(path("a/b"), FileOptions.usual().withParents());
    assertTrue(files().isDirectory(path("a/b")));

    assertEquals(
        "generic-file-error", kindOf(() -> files().makeDirectory("relative", FileOptions.usual())));
  }

  @Test
  default void removesFilesAndEmptyDirectories() {
    files().push(path("removed/file"), "x", FileOptions.usual().withParents());

    assertEquals("generic-file-error", kindOf(() -> files().remove(path("removed"))));
    files().remove(path("removed/file"), path("removed"));

    assertFalse(files().exists(path("removed")));
    assertEquals("not-found", kindOf(() -> files().remove(path("removed"))));
  }

  @Test
  default void tellsEachPathThatCouldNotBeRemoved() {
    files().push(path("kept/file"), "x", FileOptions.usual().withParents());
    files().push(path("gone"), "x");

    var failure =
        assertThrows(
            PebblePathException.class,
            () -> files().remove(path("nothing"), path("gone"), path("kept")));

    assertEquals(
        List.of(path("nothing"), path("kept")),
        failure.failures().stream().map(PebblePathException.Failure::path).toList());
    assertFalse(files().exists(path("gone")));
  }

  @Test
  default void removesWithAllThatIsBelow() {
    files().push(path("tree/branch/leaf"), "x", FileOptions.usual().withParents());

    files().removeAll(path("tree"), path("nothing"));

    assertFalse(files().exists(path("tree")));
  }
}
