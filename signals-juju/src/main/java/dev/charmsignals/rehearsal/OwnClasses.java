package dev.charmsignals.rehearsal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The classes of a charm's own jar. */
final class OwnClasses {

  private static final String SUFFIX = ".class";

  private OwnClasses() {}

  /** Loads every class of the jar that holds this one, and runs none of their code. */
  static void load(Class<?> charm) throws IOException {
    for (String name : besides(charm)) {
      try {
        Class.forName(name, false, charm.getClassLoader());
      } catch (ClassNotFoundException | LinkageError e) {
        // It needs what is not there; if it is ever used, the charm will say so.
        continue;
      }
    }
  }

  private static List<String> besides(Class<?> charm) throws IOException {
    List<String> names = new ArrayList<>();
    CodeSource source = charm.getProtectionDomain().getCodeSource();
    Path jar = source == null ? Path.of("") : path(source);
    if (!Files.isRegularFile(jar)) {
      return names;
    }
    try (JarFile open = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = open.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        // Neither versions for other releases of Java nor descriptions.
        if (name.endsWith(SUFFIX) && !name.startsWith("META-INF/") && !name.contains("-info")) {
          names.add(name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'));
        }
      }
    }
    return names;
  }

  private static Path path(CodeSource source) {
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
