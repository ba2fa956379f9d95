package dev.charmsignals.packing.newcharm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.packing.charmcraft.CharmSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
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
  @CsvSource({"my-charm, MyCharm", "web, WebCharm", "k8s-charm, K8sCharm", "charm, MyCharm"})
  void makesAClassOfTheName(String name, String className) throws IOException {
    new NewCharm(name, "com.example").write(directory.resolve(name));

    assertTrue(
        Files.exists(
            directory.resolve(name).resolve("src/main/java/com/example/" + className + ".java")));
  }

  @Test
  void compilesWhateverItIsCalled() throws IOException {
    List<String> names =
        List.of(
            "charm",
            "signals",
            "signals-juju",
            "main",
            "test",
            "record",
            "class",
            "int",
            "on",
            "a1-2b",
            "juju");
    List<String> packages = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    for (String name : names) {
      packages.add("org.acme.record.p" + packages.size());
      Path project = directory.resolve(name);
      new NewCharm(name, packages.get(packages.size() - 1)).write(project);
      assertEquals(name, CharmSource.read(project.resolve("charmcraft.yaml")).name());
      try (Stream<Path> all = Files.walk(project.resolve("src"))) {
        all.filter(Files::isRegularFile).forEach(sources::add);
      }
    }

    assertEquals("", complaintsOfCompiler(sources));
    assertEquals(5 * names.size(), sources.size());
  }

  private String complaintsOfCompiler(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-Xlint:all,-serial,-processing,-classfile,-path",
              "-d",
              Files.createDirectory(directory.resolve("classes")).toString());
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      return compiled ? complaints.toString() : "not compiled: " + complaints;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "my-charm, com.new => \"com.new\" is no package; write for example -Dpackage=com.example",
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

  @Test
  void refusesAFileInPlaceOfADirectory() throws IOException {
    Path file = Files.writeString(directory.resolve("notes"), "mine");
    NewCharm charm = new NewCharm("my-charm", "com.example");

    NewCharmException refused = assertThrows(NewCharmException.class, () -> charm.write(file));

    assertEquals(
        file + " is a file; name a directory with -Ddirectory=<directory>", refused.getMessage());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void needsNothingThatTheTutorialDoesNotInstall() throws IOException {
    new NewCharm("my-charm", "com.example").write(directory);
    String modules = Files.readString(Path.of("../pom.xml")).split("<profiles>", 2)[0];
    String tutorial = Files.readString(Path.of("../docs/tutorial/first-two-charms.md"));

    Matcher ours =
        Pattern.compile("<artifactId>(signals-[a-z-]+)</artifactId>")
            .matcher(Files.readString(directory.resolve("pom.xml")));

    Set<String> missing = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    while (ours.find()) {
      String name = ours.group(1);
      needed.add(name);
      if (!modules.contains("<module>" + name + "</module>")
          && !tutorial.contains("mvn -q -f " + name + " install\n")) {
        missing.add(name);
      }
    }
    assertEquals(
        Set.of("signals-bom", "signals-juju", "signals-maven-plugin", "signals-testkit"), needed);
    assertEquals(Set.of(), missing);
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
