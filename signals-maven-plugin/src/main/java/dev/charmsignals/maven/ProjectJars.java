package dev.charmsignals.maven;

import dev.charmsignals.packing.charm.Library;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * The jars of a project: its own, and those it needs at run time.
 *
 * @param project whose jar has been made
 */
record ProjectJars(MavenProject project) {

  List<Library> libraries() throws MojoFailureException {
    List<Library> libraries = new ArrayList<>();
    libraries.add(library(project.getArtifact()));
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getArtifactHandler().isAddedToClasspath()) {
        libraries.add(library(artifact));
      }
    }
    return libraries;
  }

  private static Library library(Artifact artifact) throws MojoFailureException {
    File file = artifact.getFile();
    if (file == null || !file.isFile()) {
      throw new MojoFailureException(
          "There is no jar of %s yet; run \"mvn package\", and the goal pack in that phase"
              .formatted(artifact.getId()));
    }
    String classifier = artifact.hasClassifier() ? "-" + artifact.getClassifier() : "";
    return new Library(artifact.getArtifactId() + classifier + ".jar", file.toPath());
  }
}
