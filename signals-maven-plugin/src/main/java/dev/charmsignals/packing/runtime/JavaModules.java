package dev.charmsignals.packing.runtime;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.zip.ZipFile;

/**
 * The modules of the JDK that jars need.
 *
 * <p>A jar that is a module says what it requires, and what of that is optional, so it is taken at
 * its word: Jackson, say, uses a desktop where there is one. All other jars are read by jdeps.
 */
final class JavaModules {

  /** Elliptic curves, until the JDK that has them in java.base. */
  private static final String CURVES = "jdk.crypto.ec";

  private JavaModules() {}

  /** Returns the modules' names, {@code java.base} among them. */
  static SortedSet<String> neededBy(List<Path> jars) {
    SortedSet<String> modules = new TreeSet<>();
    modules.add("java.base");
    List<Path> plain = new ArrayList<>();
    for (Path jar : jars) {
      if (isModule(jar)) {
        modules.addAll(required(jar));
      } else {
        plain.add(jar);
      }
    }
    if (!plain.isEmpty()) {
      modules.addAll(used(plain));
    }
    if (modules.contains("java.net.http") && ModuleFinder.ofSystem().find(CURVES).isPresent()) {
      modules.add(CURVES); // found by name at run time, and most servers want it
    }
    return modules;
  }

  private static boolean isModule(Path jar) {
    try (JarFile file =
        new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      return file.getJarEntry("module-info.class") != null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + jar, e);
    }
  }

  private static List<String> required(Path jar) {
    return ModuleFinder.of(jar).findAll().stream()
        .map(ModuleReference::descriptor)
        .map(ModuleDescriptor::requires)
        .flatMap(requires -> requires.stream())
        .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
        .map(Requires::name)
        .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
        .toList();
  }

  private static List<String> used(List<Path> jars) {
    ToolProvider jdeps =
        ToolProvider.findFirst("jdeps")
            .orElseThrow(
                () ->
                    new RuntimeImageException(
                        "Maven runs on %s, which has no jdeps; run it on a JDK 17 or newer"
                            .formatted(System.getProperty("java.home"))));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--multi-release", "" + Runtime.version().feature()));
    arguments.addAll(List.of("--ignore-missing-deps", "--print-module-deps"));
    jars.forEach(jar -> arguments.add(jar.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        jdeps.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    if (status != 0) {
      throw new RuntimeImageException(
          "jdeps cannot tell the modules of %s: %s".formatted(jars, out.toString() + err));
    }
    return List.of(out.toString().strip().split(","));
  }
}
