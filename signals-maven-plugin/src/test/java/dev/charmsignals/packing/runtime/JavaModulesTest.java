package dev.charmsignals.packing.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaModulesTest {

  @TempDir private Path directory;

  @Test
  void findsWhatClassesUse() throws IOException {
    assertEquals(
        Set.of("java.base", "java.logging", "java.sql", "jdk.crypto.ec"),
        JavaModules.neededBy(List.of(jar(UsesADatabase.class))));
  }

  @Test
  void takesAModuleAtItsWord() throws Exception {
    // Its classes also use java.sql, java.xml and java.desktop, if there.
    Path jackson =
        Path.of(ObjectMapper.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    assertEquals(
        Set.of("java.base", "java.logging", "jdk.crypto.ec"),
        JavaModules.neededBy(List.of(jackson)));
  }

  private Path jar(Class<?> type) throws IOException {
    Path jar = directory.resolve("classes.jar");
    String name = type.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(name));
      type.getClassLoader().getResourceAsStream(name).transferTo(out);
    }
    return jar;
  }

  /** A class for the tests to look at: one type in a signature, one in code. */
  private record UsesADatabase(List<java.util.logging.Logger> logs, long number) {

    Object now() {
      return new java.sql.Date(number);
    }
  }
}
