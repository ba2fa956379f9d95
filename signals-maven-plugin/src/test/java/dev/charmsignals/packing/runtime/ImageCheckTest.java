package dev.charmsignals.packing.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCheckTest {

  private static final Path JDK = Path.of("/opt/jdk");
  private static final int AMD64 = 62;

  @TempDir private Path image;

  @BeforeEach
  void makeImage() throws IOException {
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("lib/server"));
    program("bin/java", AMD64, "GLIBC_2.17");
    program("lib/server/libjvm.so", AMD64, "GLIBC_2.4 GLIBC_2.35 GLIBC_2.3.4");
  }

  @Test
  void acceptsAnImageThatTheBaseCanRun() {
    assertDoesNotThrow(() -> check("ubuntu-22.04", "amd64"));
    assertDoesNotThrow(() -> check("ubuntu-26.04", "amd64"));
  }

  @Test
  void refusesALibraryThatTheBaseIsTooOldFor() {
    assertEquals(
        "/opt/jdk needs glibc 2.35, and ubuntu-20.04 has 2.31; use a JDK that was built on an"
            + " older system, such as Eclipse Temurin",
        refusal("ubuntu-20.04", "amd64"));
  }

  @Test
  void refusesAnotherArchitecture() {
    assertEquals(
        "/opt/jdk is a JDK for amd64, and the charm's platform is arm64; name a JDK for it, such"
            + " as <jdks><arm64>/opt/jdk-arm64</arm64></jdks>",
        refusal("ubuntu-24.04", "arm64"));
  }

  @Test
  void refusesAnotherSystem() throws IOException {
    Files.write(image.resolve("bin/java"), new byte[64]);

    assertEquals(
        "/opt/jdk is a JDK for another system than Linux, and the charm's platform is amd64; name"
            + " a JDK for it, such as <jdks><amd64>/opt/jdk-amd64</amd64></jdks>",
        refusal("ubuntu-24.04", "amd64"));
  }

  @Test
  void refusesAnotherLibraryOfC() throws IOException {
    program("bin/java", AMD64, "/lib/ld-musl-x86_64.so.1");

    assertEquals(
        "/opt/jdk is a JDK for musl (Alpine), and ubuntu-24.04 has glibc; use one for glibc",
        refusal("ubuntu-24.04", "amd64"));
  }

  private String refusal(String base, String architecture) {
    return assertThrows(RuntimeImageException.class, () -> check(base, architecture)).getMessage();
  }

  private void check(String base, String architecture) {
    ImageCheck.check(image, JDK, base, architecture);
  }

  /** Writes what begins like a program of Linux. */
  private void program(String name, int machine, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
    bytes.write(new byte[10]);
    bytes.write(machine);
    bytes.write(new byte[45]);
    bytes.write(text.getBytes(StandardCharsets.UTF_8));
    Files.write(image.resolve(name), bytes.toByteArray());
  }
}
