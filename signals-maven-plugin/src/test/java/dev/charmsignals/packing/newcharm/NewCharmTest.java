package dev.charmsignals.packing.newcharm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.packing.charmcraft.CharmSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewCharmTest {

  @TempDir private Path directory;

  @Test
  void namesEverythingAfterTheCharm() throws IOException {
    new NewCharm("web-k8s", "org.acme").write(directory);

    assertEquals(
        List.of(
            ".gitignore",
            "README.md",
            "charmcraft.yaml",
            "icon.svg",
            "pom.xml",
            "src/main/java/org/acme/Greeting.java",
            "src/main/java/org/acme/Greetings.java",
            "src/main/java/org/acme/WebK8sCharm.java",
            "src/test/java/org/acme/PackedWebK8sCharmIT.java",
            "src/test/java/org/acme/WebK8sCharmTest.java"),
        files());
    for (String file : files()) {
      String text = Files.readString(directory.resolve(file));
      assertFalse(
          text.contains("my-charm")
              || text.contains("MyCharm")
              || text.contains("com.example")
              || text.contains("@project"),
          file);
    }
    assertEquals("web-k8s", CharmSource.read(directory.resolve("charmcraft.yaml")).name());
  }

  @ParameterizedTest
  @CsvSource({"my-charm, MyCharm", "web, WebCharm", "k8s-charm, K8sCharm"})
  void makesAClassOfTheName(String name, String className) throws IOException {
    new NewCharm(name, "com.example").write(directory.resolve(name));

    assertTrue(
        Files.exists(
            directory.resolve(name).resolve("src/main/java/com/example/" + className + ".java")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "My Charm, com.example => \"My Charm\" is not made of lower-case words joined by -, each with a letter, 40 characters at most; write for example -Dname=my-charm",
        "my-charm, com.Example-1 => \"com.Example-1\" is no package; write for example -Dpackage=com.example",
      })
  void refusesNamesThatNothingCanHave(String names, String message) {
    String[] each = names.split(", ");

    NewCharmException refused =
        assertThrows(NewCharmException.class, () -> new NewCharm(each[0], each[1]));

    assertEquals(message, refused.getMessage());
  }

  @Test
  void leavesADirectoryAloneThatHoldsSomething() throws IOException {
    Files.writeString(directory.resolve("notes"), "mine");
    NewCharm charm = new NewCharm("my-charm", "com.example");

    NewCharmException refused = assertThrows(NewCharmException.class, () -> charm.write(directory));

    assertEquals(
        directory + " is not empty; name another with -Ddirectory=<directory>",
        refused.getMessage());
    assertEquals(List.of("notes"), files());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
