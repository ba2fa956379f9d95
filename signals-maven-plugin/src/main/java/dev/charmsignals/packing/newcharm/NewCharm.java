package dev.charmsignals.packing.newcharm;

import dev.charmsignals.packing.charmcraft.CharmName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Begins the project of a charm: one that builds, passes its tests, and can be packed at once.
 *
 * @param name what the charm is called, such as {@code my-charm}
 * @param javaPackage where its classes are, such as {@code com.example}
 */
public record NewCharm(String name, String javaPackage) {

  private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");

  private static final List<String> FILES =
      List.of(
          "pom.xml",
          "charmcraft.yaml",
          "icon.svg",
          "README.md",
          "gitignore",
          "src/main/java/com/example/MyCharm.java",
          "src/main/java/com/example/Greeting.java",
          "src/main/java/com/example/Greetings.java",
          "src/test/java/com/example/MyCharmTest.java",
          "src/test/java/com/example/PackedMyCharmIT.java");

  /**
   * Checks what it is given.
   *
   * @throws NewCharmException if no charm or package can have that name
   */
  public NewCharm {
    if (!CharmName.isWellFormed(name)) {
      throw new NewCharmException(
          "\"%s\" is not made of %s; write for example -Dname=my-charm", name, CharmName.RULE);
    }
    if (!PACKAGE.matcher(javaPackage).matches() || !SourceVersion.isName(javaPackage)) {
      throw new NewCharmException(
          "\"%s\" is no package; write for example -Dpackage=com.example", javaPackage);
    }
  }

  /**
   * Writes the files of the project.
   *
   * @param directory which is made, or is empty
   * @throws NewCharmException if there is something in the directory, or it is a file
   */
  public void write(Path directory) {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new NewCharmException(
          "%s is a file; name a directory with -Ddirectory=<directory>", directory);
    }
    try {
      Files.createDirectories(directory);
      try (Stream<Path> content = Files.list(directory)) {
        if (content.findAny().isPresent()) {
          throw new NewCharmException(
              "%s is not empty; name another with -Ddirectory=<directory>", directory);
        }
      }
      for (String file : FILES) {
        Path path = directory.resolve(renamed(file));
        Files.createDirectories(path.getParent());
        Files.writeString(path, replaced(template(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + directory, e);
    }
  }

  private String renamed(String file) {
    return file.replace("gitignore", ".gitignore")
        .replace("com/example", javaPackage.replace('.', '/'))
        .replace("MyCharm", className());
  }

  private String replaced(String text) {
    return text.replace("com.example", javaPackage)
        .replace("MyCharm", className())
        .replace("my-charm", name);
  }

  /**
   * Returns {@code MyCharm} for {@code my-charm}, and {@code WebCharm} for {@code web}. It always
   * ends with Charm, and is never only that: so it is no word of Java and no other class in use.
   */
  private String className() {
    if (name.equals("charm")) {
      return "MyCharm";
    }
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-")) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return camel.toString().endsWith("Charm") ? camel.toString() : camel + "Charm";
  }

  private static String template(String file) throws IOException {
    try (InputStream in = NewCharm.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The template " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
