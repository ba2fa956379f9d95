package dev.charmsignals.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading metadata costs a hook, counted in classes. */
class StartUpClassesTest {

  @TempDir Path directory;

  @Test
  void loadsNoYamlParserForOrdinaryMetadata() throws IOException, InterruptedException {
    List<String> loaded = classesLoadedFor("name: a\nrequires:\n  db:\n    interface: pgsql\n");

    assertEquals(List.of(), loaded.stream().filter(StartUpClassesTest::isOfAParser).toList());
    assertTrue(loaded.stream().anyMatch(line -> line.contains("BlockScanner")));
  }

  @Test
  void loadsTheParserForMetadataThatTheScannerLeavesToIt()
      throws IOException, InterruptedException {
    List<String> loaded = classesLoadedFor("name: a\nx: &x y\nrequires:\n  db: pgsql\n");

    assertTrue(loaded.stream().anyMatch(StartUpClassesTest::isOfAParser));
  }

  private static boolean isOfAParser(String line) {
    return line.contains("snakeyaml") || line.contains("jackson") || line.contains("YamlDocument");
  }

  private List<String> classesLoadedFor(String metadata) throws IOException, InterruptedException {
    Files.writeString(directory.resolve("metadata.yaml"), metadata);
    Files.writeString(
        directory.resolve("actions.yaml"), "backup:\n  description: Writes it all.\n");
    Path output = directory.resolve("classes.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + output,
                "-cp",
                System.getProperty("java.class.path"),
                ReadMetadata.class.getName(),
                directory.toString())
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
    return Files.readAllLines(output);
  }
}
