package dev.charmsignals.maven;

import dev.charmsignals.packing.charm.Library;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * The jars of a project: its own, and those it needs at run time.
 *
 * @param project whose jar has been made
 */
record ProjectJars(MavenProject project) {

  /**
   * Returns the jars in the order of the class path, each named after its artifact. Where that
   * would be one name for several, all of these have their groups before it.
   */
  List<Library> libraries() throws MojoFailureException {
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.add(project.getArtifact());
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getArtifactHandler().isAddedToClasspath()) {
        artifacts.add(artifact);
      }
    }
    Map<String, Integer> uses = new HashMap<>();
    for (Artifact artifact : artifacts) {
      uses.merge(name(artifact), 1, Integer::sum);
    }
    List<Library> libraries = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      String name = name(artifact);
      boolean shared = uses.getOrDefault(name, 1) > 1;
      libraries.add(
          new Library(shared ? artifact.getGroupId() + "." + name : name, existing(artifact)));
    }
    return libraries;
  }

  private static String name(Artifact artifact) {
    String classifier = artifact.hasClassifier() ? "-" + artifact.getClassifier() : "";
    return artifact.getArtifactId() + classifier + ".jar";
  }

  private static Path existing(Artifact artifact) throws MojoFailureException {
    File file = artifact.getFile();
    if (file == null || !file.isFile()) {
      throw new MojoFailureException(
          "There is no jar of %s yet; run \"mvn package\", and the goal pack in that phase"
              .formatted(artifact.getId()));
    }
    return file.toPath();
  }
}
