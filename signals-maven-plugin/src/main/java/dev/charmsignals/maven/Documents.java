package dev.charmsignals.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files at the top of a project that belong at the top of its charm. */
final class Documents {

  private static final List<String> OWN = List.of("icon.svg", "README.md");
  private static final List<String> LICENCES = List.of("LICENSE", "LICENSE.txt", "NOTICE");

  private Documents() {}

  /** Returns what there is; licences can also be in the root of a build of several modules. */
  static List<Path> of(Path project, Path root) {
    List<Path> found = new ArrayList<>();
    for (String name : OWN) {
      add(project.resolve(name), found);
    }
    for (String name : LICENCES) {
      if (!add(project.resolve(name), found)) {
        add(root.resolve(name), found);
      }
    }
    return found;
  }

  private static boolean add(Path file, List<Path> found) {
    return Files.isRegularFile(file) && found.add(file);
  }
}
