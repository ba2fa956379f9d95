package dev.charmsignals.packing.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuritySettingsTest {

  @TempDir Path image;

  private Path file(String text) throws IOException {
    Path file = image.resolve("conf/security/java.security");
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  private static Properties read(Path file) throws IOException {
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      settings.load(in);
    }
    return settings;
  }

  @Test
  void areTheSameWithoutTheirComments() throws IOException {
    Path file =
        file(
            """
            # What follows is security.

              ! this, too
            security.provider.1=SUN
            jdk.tls.disabledAlgorithms=SSLv3, \\
                # RC4, \\
                DES
            # the end\\
            path=c:\\\\
            # and a comment
            """);

    SecuritySettings.withoutComments(image);

    assertEquals(
        """
        security.provider.1=SUN
        jdk.tls.disabledAlgorithms=SSLv3, \\
            # RC4, \\
            DES
        path=c:\\\\
        """,
        Files.readString(file));
  }

  @Test
  void ofThisJdkLoseNothingButTheirSize() throws IOException {
    Path own = Path.of(System.getProperty("java.home"), "conf/security/java.security");
    Path file = file(Files.readString(own, StandardCharsets.ISO_8859_1));

    SecuritySettings.withoutComments(image);

    assertEquals(read(own), read(file));
    assertTrue(Files.size(file) * 2 < Files.size(own), Files.size(file) + " bytes");
  }

  @Test
  void ofAnImageWithoutThemStayAway() throws IOException {
    SecuritySettings.withoutComments(image);

    assertTrue(Files.notExists(image.resolve("conf")));
  }
}
