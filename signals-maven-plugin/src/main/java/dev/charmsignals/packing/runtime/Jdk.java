package dev.charmsignals.packing.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JDK on this machine, be it to run here or for another architecture.
 *
 * @param home its directory, which holds {@code release}
 */
record Jdk(Path home) {

  /** Returns what its {@code release} says, such as {@code 17.0.15}. */
  String version() {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      throw new RuntimeImageException(
          "%s is no JDK: it holds no \"release\" that can be read".formatted(home), e);
    }
    return release.getProperty("JAVA_VERSION", "").replace("\"", "");
  }

  /** Returns its modules as files; a JDK without them can only link for itself. */
  Path modules() {
    return home.resolve("jmods");
  }

  Path tool(String name) {
    Path tool = home.resolve("bin").resolve(name);
    if (!Files.isExecutable(tool)) {
      throw new RuntimeImageException(
          "%s is no JDK: it has no bin/%s; a JRE is not enough".formatted(home, name));
    }
    return tool;
  }
}
