package dev.charmsignals.packing.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaModulesTest {

  @TempDir private Path directory;

  @Test
  void findsWhatClassesUse() throws IOException {
    Path jar =
        Jars.compiled(
            directory,
            "plain",
            Map.of(
                "Plain.java",
                "class Plain { java.util.logging.Logger log; java.sql.Connection connection; }"));

    // java.sql brings java.logging along, so only the former has to be named.
    assertEquals(Set.of("java.base", "java.sql"), JavaModules.neededBy(List.of(jar)));
  }

  @Test
  void takesAModuleAtItsWord() throws IOException {
    Path jar =
        Jars.compiled(
            directory,
            "module",
            Map.of(
                "module-info.java",
                "module one { requires java.logging; requires static java.desktop; }",
                "One.java",
                "package one; class One { java.beans.Introspector optional; }"));

    assertEquals(Set.of("java.base", "java.logging"), JavaModules.neededBy(List.of(jar)));
  }

  @Test
  void addsTheCurvesThatServersWant() throws IOException {
    Path jar =
        Jars.compiled(
            directory,
            "client",
            Map.of("Client.java", "class Client { java.net.http.HttpClient client; }"));

    assertEquals(
        Set.of("java.base", "java.net.http", "jdk.crypto.ec"),
        JavaModules.neededBy(List.of(jar)));
  }
}
