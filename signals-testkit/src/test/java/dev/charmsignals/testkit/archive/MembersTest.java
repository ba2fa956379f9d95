package dev.charmsignals.testkit.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a directory becomes when it is packed. */
class MembersTest {

  @TempDir private Path directory;

  @Test
  void putsTheFilesOfADirectoryBeforeItsSubdirectories() throws IOException {
    Files.createDirectories(directory.resolve("a/b"));
    Files.createFile(directory.resolve("a/b/deepest"));
    Files.createFile(directory.resolve("a/x"));
    Files.createFile(directory.resolve("z"));
    Files.createSymbolicLink(directory.resolve("link"), Path.of("a/b"));

    Members members = Members.ofDirectory(directory);

    assertEquals(
        "./ z|link a/ a/x a/b/ a/b/deepest",
        StreamSupport.stream(members.spliterator(), false)
            .map(Member::name)
            .collect(Collectors.joining(" "))
            .replaceFirst("z link|link z", "z|link"),
        "in whatever order the files are");
    assertEquals(
        Set.of("a", "a/b", "a/b/deepest", "a/x", "z", "link", "revision"),
        members.listed().stream().filter(name -> !name.equals(".")).collect(Collectors.toSet()));
  }
}
