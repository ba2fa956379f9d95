package dev.charmsignals.packing.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Jars that are made for a test. */
final class Jars {

  private Jars() {}

  /** Compiles sources, by name of file, into a jar. */
  static Path compiled(Path directory, String name, Map<String, String> sources)
      throws IOException {
    Path classes = Files.createDirectories(directory.resolve(name + "-classes"));
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = Files.createDirectories(directory.resolve(name)).resolve(source.getKey());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    run("javac", arguments);
    Path jar = directory.resolve(name + ".jar");
    run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    return jar;
  }

  private static void run(String tool, List<String> arguments) {
    int status =
        ToolProvider.findFirst(tool)
            .orElseThrow()
            .run(System.out, System.err, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new AssertionError("%s %s ended with %d".formatted(tool, arguments, status));
    }
  }
}
