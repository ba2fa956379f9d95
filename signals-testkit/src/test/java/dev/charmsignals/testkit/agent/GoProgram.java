package dev.charmsignals.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Go program that needs nothing but Go's standard library, built for a test. */
record GoProgram(Path executable) {

  /** Builds the program, or skips the test where Go is not installed. */
  static GoProgram build(String resource, Path directory) throws Exception {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "go"))),
        "There is no go on the PATH; the protocol was not compared with Go's own");
    Path source = directory.resolve("interop.go");
    try (InputStream in = GoProgram.class.getResourceAsStream(resource)) {
      Files.copy(in, source);
    }
    var builder = new ProcessBuilder("go", "build", "-o", "interop", "interop.go");
    Map<String, String> environment = builder.environment();
    environment.putAll(
        Map.of("GOFLAGS", "", "GOPROXY", "off", "GOTOOLCHAIN", "local", "GO111MODULE", "off"));
    if (!environment.containsKey("GOCACHE") && !environment.containsKey("HOME")) {
      environment.put("GOCACHE", Path.of("target", "go-cache").toAbsolutePath().toString());
    }
    Process process = builder.directory(directory.toFile()).redirectErrorStream(true).start();
    String output = text(process);
    assertEquals(0, process.waitFor(), output);
    return new GoProgram(directory.resolve("interop"));
  }

  Process start(String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(executable.toString()));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  List<String> lines(String... arguments) throws Exception {
    Process process = start(arguments);
    process.getOutputStream().close();
    String output = text(process);
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
