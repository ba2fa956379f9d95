package dev.charmsignals.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sections of Juju's contract that comments in the sources cite. */
final class Citations {

  private static final String NUMBER = "\\d+(?:\\.\\d+)?";
  private static final Pattern CITATION =
      Pattern.compile(
          "contract (?:§|sections? )(" + NUMBER + "(?:(?:, | and | to )§?" + NUMBER + ")*)");
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*(?:\\*|//|#)?\\s*");

  private Citations() {}

  /** Returns the numbers that the sources of all modules cite. */
  static Set<String> in(Path root) throws IOException {
    Set<String> cited = new TreeSet<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.filter(each -> Files.isDirectory(each)).sorted().toList()) {
        if (!module.getFileName().toString().startsWith(".")) {
          collect(module, cited);
        }
      }
    }
    return cited;
  }

  private static void collect(Path module, Set<String> cited) throws IOException {
    try (Stream<Path> files = Files.walk(module)) {
      for (Path file : files.filter(Citations::isSource).sorted().toList()) {
        String text = LINE_BREAK.matcher(Files.readString(file)).replaceAll(" ");
        Matcher citation = CITATION.matcher(text);
        while (citation.find()) {
          Matcher number = Pattern.compile(NUMBER).matcher(citation.group(1));
          while (number.find()) {
            cited.add(number.group());
          }
        }
      }
    }
  }

  private static boolean isSource(Path file) {
    String path = file.toString();
    String name = file.getFileName().toString();
    boolean built = path.contains("/target/");
    boolean text = name.endsWith(".java") || name.endsWith(".yaml") || name.indexOf('.') < 0;
    return Files.isRegularFile(file) && !built && text;
  }
}
