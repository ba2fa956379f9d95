package dev.charmsignals.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources of all modules mention, and pages must explain. */
record Sources(Path root) {

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern CITATION =
      Pattern.compile(
          "contract (?:§|sections? )(" + NUMBER + "(?:(?:, | and | to )§?" + NUMBER + ")*)");
  private static final Pattern VARIABLE = Pattern.compile("CHARM_SIGNALS_[A-Z_]+");
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*(?:\\*|//|#)?\\s*");

  /** Returns the numbers of the sections of Juju's contract that comments cite. */
  Set<String> citedSections() throws IOException {
    Set<String> sections = new TreeSet<>();
    for (String citation : mentions(CITATION)) {
      sections.addAll(matches(NUMBER, citation));
    }
    return sections;
  }

  /** Returns the names of our own environment variables. */
  Set<String> variables() throws IOException {
    return mentions(VARIABLE);
  }

  private Set<String> mentions(Pattern pattern) throws IOException {
    Set<String> mentions = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(this::isSource).sorted().toList()) {
        String text = LINE_BREAK.matcher(Files.readString(file)).replaceAll(" ");
        mentions.addAll(matches(pattern, text));
      }
    }
    return mentions;
  }

  private static Set<String> matches(Pattern pattern, String text) {
    Set<String> matches = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      matches.add(matcher.group());
    }
    return matches;
  }

  /** Java, YAML, and what has no ending, such as scripts; no test inputs, nothing that was made. */
  private boolean isSource(Path file) {
    String path = root.relativize(file).toString();
    String name = file.getFileName().toString();
    boolean ours =
        !path.contains("target/") && !path.contains("src/test/resources/") && !isHidden(path);
    boolean text = name.endsWith(".java") || name.endsWith(".yaml") || name.indexOf('.') < 0;
    return ours && text && Files.isRegularFile(file);
  }

  /** What a dot in front hides, such as what a fuzzer keeps for its next run. */
  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.");
  }
}
