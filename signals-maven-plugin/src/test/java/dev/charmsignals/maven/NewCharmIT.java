package dev.charmsignals.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What an author does first, with what this build has made and nothing else of this project. */
@Tag("any-jdk")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewCharmIT {

  private static final String ARCHIVE = "target/shout-out_ubuntu-24.04_amd64.charm";

  @TempDir private static Path work;
  private static Maven maven;
  private static Path project;

  @BeforeAll
  static void begin() throws Exception {
    maven = new Maven(work);
    project = work.resolve("shout-out");
    succeed(maven.run(work, Maven.goal("new"), "-Dname=shout-out", "-Dpackage=org.acme.shout"));
  }

  @Test
  @Order(1)
  void passesItsTestsAndIsPackedAtOnce() throws Exception {
    Maven.Run run = maven.run(project, "verify");

    succeed(run);
    assertTrue(
        run.output().contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0"), run.output());
    assertEquals(
        List.of(
            "100644 README.md",
            "100644 config.yaml",
            "100755 dispatch",
            "100644 icon.svg",
            "100644 lib/shout-out.jar",
            "100644 manifest.yaml",
            "100644 metadata.yaml",
            "100755 runtime/bin/java",
            "100644 version"),
        entries());
    long size = Files.size(project.resolve(ARCHIVE));
    assertTrue(size < 25 * 1024 * 1024, "the archive has " + size + " bytes");
  }

  @Test
  @Order(2)
  void tellsWhichPlatformsThereAreWhenAnotherIsWanted() throws Exception {
    Maven.Run run = maven.run(project, Maven.goal("pack"), "-Dcharm.platform=riscv64");

    assertEquals(1, run.status(), run.output());
    assertTrue(
        run.output()
            .contains(
                "\"riscv64\" is no platform of %s, which has ubuntu@24.04:amd64, ubuntu@24.04:arm64"
                    .formatted(project.resolve("charmcraft.yaml"))),
        run.output());
  }

  @Test
  @Order(3)
  void tellsEveryMistakeInCharmcraftYamlBeforeAnythingIsCompiled() throws Exception {
    Path file = project.resolve("charmcraft.yaml");
    Files.writeString(
        file,
        Files.readString(file).replace("type: string", "type: text").replace("hears:", "Hears:"));

    Maven.Run run = maven.run(project, "package");

    assertEquals(1, run.status(), run.output());
    assertTrue(
        run.output()
            .contains(
                "The charm cannot be packed:\n[ERROR] "
                    + file
                    + ":22:3: endpoint name \"Hears\" is not made of lower-case words joined by -"
                    + " or _; write for example \"channel\"\n[ERROR] "
                    + file
                    + ":28:7: option \"greeting\": \"type\" is \"text\"; it can be string, int,"
                    + " float, boolean or secret"),
        run.output());
  }

  private static void succeed(Maven.Run run) {
    assertEquals(0, run.status(), run.output());
  }

  /** Returns the entries of the archive, without libraries and most of the runtime. */
  private static List<String> entries() throws IOException {
    List<String> entries = new ArrayList<>();
    try (ZipFile zip = ZipFile.builder().setPath(project.resolve(ARCHIVE)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        String name = entry.getName();
        if ((!name.startsWith("runtime/") || name.equals("runtime/bin/java"))
            && (!name.startsWith("lib/") || name.equals("lib/shout-out.jar"))) {
          entries.add("%o %s".formatted(entry.getUnixMode(), name));
        }
      }
    }
    return entries;
  }
}
