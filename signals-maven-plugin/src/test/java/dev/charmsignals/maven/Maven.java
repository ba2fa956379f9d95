package dev.charmsignals.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Maven as an author has it: started as a process, with a local repository of its own.
 *
 * <p>That holds what this build has just made. Everything else comes from the local repository of
 * the build that runs the tests, which has used the same plugins, so no network is needed.
 */
final class Maven {

  private static final String VERSION = System.getProperty("project.version");
  private static final List<String> MODULES =
      List.of("signals-core", "signals-juju", "signals-testkit", "signals-maven-plugin");

  private final Path repository;
  private final Path settings;

  /**
   * What became of a run.
   *
   * @param status 0 if it succeeded
   * @param output what it printed
   */
  record Run(int status, String output) {}

  Maven(Path directory) throws IOException {
    repository = Files.createDirectories(directory.resolve("repository"));
    settings =
        Files.writeString(
            directory.resolve("settings.xml"),
            """
            <settings>
              <mirrors>
                <mirror>
                  <id>outer</id>
                  <mirrorOf>*</mirrorOf>
                  <url>%s</url>
                </mirror>
              </mirrors>
            </settings>
            """
                .formatted(Path.of(System.getProperty("local.repository")).toUri()));
    install("signals-parent", Path.of("../pom.xml"));
    install("signals-bom", Path.of("../signals-bom/pom.xml"));
    for (String module : MODULES) {
      Path project = Path.of("..").resolve(module);
      Path installed = install(module, project.resolve("pom.xml"));
      String jar = "%s-%s.jar".formatted(module, VERSION);
      Files.copy(project.resolve("target").resolve(jar), installed.resolve(jar));
    }
  }

  private Path install(String artifact, Path pom) throws IOException {
    Path installed = repository.resolve("dev/charmsignals").resolve(artifact).resolve(VERSION);
    Files.createDirectories(installed);
    Files.copy(pom, installed.resolve("%s-%s.pom".formatted(artifact, VERSION)));
    return installed;
  }

  /** Returns how a goal of our plugin is named without a project. */
  static String goal(String name) {
    return "dev.charmsignals:signals-maven-plugin:" + VERSION + ":" + name;
  }

  Run run(Path directory, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("--batch-mode", "--no-transfer-progress", "--settings"));
    command.add(settings.toString());
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
