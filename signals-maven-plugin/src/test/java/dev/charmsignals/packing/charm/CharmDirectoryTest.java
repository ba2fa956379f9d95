package dev.charmsignals.packing.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.packing.charmcraft.CharmSource;
import dev.charmsignals.packing.charmcraft.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharmDirectoryTest {

  private static final Platform PLATFORM = new Platform("ubuntu", "24.04", "amd64");

  @TempDir private Path project;
  private Path files;
  private Path made;

  @BeforeEach
  void makeProject() throws IOException {
    files = Files.createDirectory(project.resolve("files"));
    made = project.resolve("made");
    write("panel-1.0.jar", "the charm");
    write("core-2.0.jar", "a library");
    write("icon.svg", "an icon");
    write(
        "charmcraft.yaml",
        """
        type: charm
        name: panel
        summary: Shows.
        description: Shows what there is.
        base: ubuntu@24.04
        platforms: {amd64: }
        """);
  }

  @Test
  void holdsWhatJujuAndTheCharmNeed() throws IOException {
    write("files/templates/page", "a page");

    make(Optional.empty());

    assertEquals(
        List.of(
            "dispatch",
            "icon.svg",
            "lib/core.jar",
            "lib/panel.jar",
            "manifest.yaml",
            "metadata.yaml",
            "templates/page",
            "version"),
        content());
    assertEquals("1.0\n", Files.readString(made.resolve("version")));
    assertEquals("the charm", Files.readString(made.resolve("lib/panel.jar")));
  }

  @Test
  void bringsARuntimeWithItsPermissionsAndLinks() throws IOException {
    Path java = write("image/bin/java", "a program");
    Files.createSymbolicLink(project.resolve("image/bin/link"), Path.of("java"));
    boolean executable = java.toFile().setExecutable(true);

    make(Optional.of(project.resolve("image")));

    assertEquals(executable, Files.isExecutable(made.resolve("runtime/bin/java")));
    assertEquals(Path.of("java"), Files.readSymbolicLink(made.resolve("runtime/bin/link")));
  }

  @Test
  void bringsWhatLinksToDocumentsAndJarsLeadTo() throws IOException {
    Files.move(project.resolve("icon.svg"), project.resolve("shared.svg"));
    Files.createSymbolicLink(project.resolve("icon.svg"), Path.of("shared.svg"));
    Files.move(project.resolve("core-2.0.jar"), project.resolve("kept.jar"));
    Files.createSymbolicLink(project.resolve("core-2.0.jar"), Path.of("kept.jar"));

    make(Optional.empty());

    for (String name : List.of("icon.svg", "lib/core.jar")) {
      assertTrue(Files.isRegularFile(made.resolve(name), LinkOption.NOFOLLOW_LINKS), name);
    }
    assertEquals("an icon", Files.readString(made.resolve("icon.svg")));
    assertEquals("a library", Files.readString(made.resolve("lib/core.jar")));
  }

  @Test
  void keepsNothingOfThePackingBefore() throws IOException {
    write("files/old", "old");
    make(Optional.empty());
    Files.delete(files.resolve("old"));

    make(Optional.empty());

    assertEquals(
        List.of(
            "dispatch",
            "icon.svg",
            "lib/core.jar",
            "lib/panel.jar",
            "manifest.yaml",
            "metadata.yaml",
            "version"),
        content());
  }

  @Test
  void prefersTheDispatchAndTheIconOfTheAuthor() throws IOException {
    write("files/dispatch", "#!/bin/sh\n");
    write("files/icon.svg", "another icon");

    make(Optional.empty());

    assertEquals("#!/bin/sh\n", Files.readString(made.resolve("dispatch")));
    assertEquals("another icon", Files.readString(made.resolve("icon.svg")));
  }

  @Test
  void refusesAFileThatPackingMakesItself() throws IOException {
    Path own = write("files/metadata.yaml", "name: other");

    CharmPartException refused =
        assertThrows(CharmPartException.class, () -> make(Optional.empty()));

    assertEquals(
        "%s cannot be copied, because packing makes %s itself; remove or rename the file"
            .formatted(own, made.resolve("metadata.yaml")),
        refused.getMessage());
  }

  @Test
  void refusesTwoJarsOfOneName() throws IOException {
    Path other = write("other/core-3.0.jar", "another library");

    CharmPartException refused =
        assertThrows(
            CharmPartException.class, () -> make(Optional.empty(), new Library("core.jar", other)));

    assertEquals(
        "%s and another dependency would both be lib/core.jar; exclude one of them"
            .formatted(other),
        refused.getMessage());
  }

  private void make(Optional<Path> runtime, Library... more) {
    Stream<Library> libraries =
        Stream.of(
            new Library("panel.jar", project.resolve("panel-1.0.jar")),
            new Library("core.jar", project.resolve("core-2.0.jar")));
    CharmParts parts =
        new CharmParts(
            CharmSource.read(project.resolve("charmcraft.yaml")),
            files,
            List.of(project.resolve("icon.svg")),
            Stream.concat(libraries, Stream.of(more)).toList(),
            new Launch("com.example.Panel", "64m", List.of()),
            "1.0");
    CharmDirectory.make(made, parts, PLATFORM, runtime);
  }

  private Path write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> content() throws IOException {
    try (Stream<Path> all = Files.walk(made)) {
      return all.filter(Files::isRegularFile)
          .map(file -> made.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
