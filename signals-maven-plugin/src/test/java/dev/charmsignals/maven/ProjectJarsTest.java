package dev.charmsignals.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.packing.charm.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectJarsTest {

  @TempDir private Path files;
  private final Set<Artifact> dependencies = new LinkedHashSet<>();

  @Test
  void areNamedAfterTheirArtifactsWithoutVersions() throws Exception {
    need("org.acme:core:2.0", "org.acme:native:2.0:linux");

    assertEquals(List.of("panel.jar", "core.jar", "native-linux.jar"), names());
  }

  @ParameterizedTest
  @CsvSource({
    "org.acme:core:2.0 com.example:core:1.0, org.acme.core.jar com.example.core.jar",
    "com.example:core:1.0 org.acme:core:2.0, com.example.core.jar org.acme.core.jar",
    "org.acme:core:2.0:linux com.example:core-linux:1.0, org.acme.core-linux.jar com.example.core-linux.jar",
    "org.acme:core:2.0:linux com.example:core:1.0, core-linux.jar core.jar",
  })
  void nameTheirGroupsWhereTheirArtifactsHaveOneName(String needed, String names) throws Exception {
    need(needed.split(" "));

    assertEquals("panel.jar " + names, String.join(" ", names()));
  }

  @Test
  void nameTheGroupOfTheProjectTooWhereADependencyIsCalledLikeIt() throws Exception {
    need("org.acme:panel:2.0");

    assertEquals(List.of("com.example.panel.jar", "org.acme.panel.jar"), names());
  }

  @Test
  void haveToBeThere() throws Exception {
    need("org.acme:core:2.0");
    Files.delete(files.resolve("org.acme-core-2.0.jar"));

    MojoFailureException refused = assertThrows(MojoFailureException.class, this::names);

    assertEquals(
        "There is no jar of org.acme:core:jar:2.0 yet; run \"mvn package\", and the goal pack in that"
            + " phase",
        refused.getMessage());
  }

  private void need(String... coordinates) throws IOException {
    for (String each : coordinates) {
      dependencies.add(artifact(each));
    }
  }

  private List<String> names() throws Exception {
    MavenProject project = new MavenProject();
    project.setArtifact(artifact("com.example:panel:1.0"));
    project.setArtifacts(dependencies);
    return new ProjectJars(project).libraries().stream().map(Library::name).toList();
  }

  /** Returns an artifact with a file. */
  private Artifact artifact(String coordinates) throws IOException {
    String[] part = coordinates.split(":");
    DefaultArtifactHandler handler = new DefaultArtifactHandler("jar");
    handler.setAddedToClasspath(true);
    Artifact artifact =
        new DefaultArtifact(
            part[0],
            part[1],
            part[2],
            Artifact.SCOPE_RUNTIME,
            "jar",
            part.length == 4 ? part[3] : null,
            handler);
    Path file = files.resolve(coordinates.replace(':', '-') + ".jar");
    artifact.setFile(Files.writeString(file, coordinates).toFile());
    return artifact;
  }
}
