package dev.charmsignals.packing.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The modules of the JDK that jars need.
 *
 * <p>A jar that is a module says what it requires, and what of that is optional, so it is taken at
 * its word: Jackson, say, uses a desktop where there is one. Of all others the classes are read,
 * which takes a tenth of a second where jdeps takes several.
 */
final class JavaModules {

  /** Elliptic curves, until the JDK that has them in java.base. */
  private static final String CURVES = "jdk.crypto.ec";

  private final Map<String, String> modulesByPackage = new HashMap<>();
  private final SortedSet<String> needed = new TreeSet<>();

  private JavaModules() {
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      for (String name : module.descriptor().packages()) {
        modulesByPackage.put(name, module.descriptor().name());
      }
    }
    needed.add("java.base");
  }

  /** Returns the modules' names, {@code java.base} among them, not those that these require. */
  static SortedSet<String> neededBy(List<Path> jars) {
    JavaModules modules = new JavaModules();
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
        if (file.getJarEntry("module-info.class") != null) {
          modules.addRequired(jar);
        } else {
          modules.addUsed(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + jar, e);
      }
    }
    if (ModuleFinder.ofSystem().find(CURVES).isPresent()) {
      // Found by name at run time whenever TLS begins, which java.base alone can do.
      modules.needed.add(CURVES);
    }
    return modules.needed;
  }

  private void addRequired(Path jar) {
    ModuleFinder.of(jar).findAll().stream()
        .map(ModuleReference::descriptor)
        .map(ModuleDescriptor::requires)
        .flatMap(requires -> requires.stream())
        .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
        .map(Requires::name)
        .filter(modulesByPackage::containsValue)
        .forEach(needed::add);
  }

  private void addUsed(JarFile jar) throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().endsWith(".class")) {
        try (InputStream in = jar.getInputStream(entry)) {
          for (String name : UsedPackages.of(in)) {
            String module = modulesByPackage.get(name);
            if (module != null) {
              needed.add(module);
            }
          }
        } catch (IOException e) {
          throw new IOException(entry.getName(), e);
        }
      }
    }
  }
}
