package dev.charmsignals.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of the documentation, as far as its links and headings go.
 *
 * @param file the page
 * @param prose its lines, without those of code blocks
 */
record Page(Path file, List<String> prose) {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("#+ +(.*)");

  /** Returns the repository's root; the tests run somewhere below it. */
  static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve(".mvn"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new IllegalStateException("No directory above this one has .mvn");
      }
    }
    return directory;
  }

  static Page read(Path file) throws IOException {
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(file)) {
      boolean fence = line.strip().startsWith("```");
      code ^= fence;
      if (!code && !fence) {
        prose.add(line);
      }
    }
    return new Page(file, prose);
  }

  /** Returns the links that lead nowhere: to a file, or a heading, that is not there. */
  List<String> deadLinks() throws IOException {
    List<String> dead = new ArrayList<>();
    for (String line : prose) {
      Matcher link = LINK.matcher(line);
      while (link.find()) {
        if (!link.group(1).contains("://") && !leadsSomewhere(link.group(1))) {
          dead.add(file.getFileName() + " -> " + link.group(1));
        }
      }
    }
    return dead;
  }

  private boolean leadsSomewhere(String link) throws IOException {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? file : file.resolveSibling(path);
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0 || read(target).anchors().contains(link.substring(hash + 1));
  }

  /** Returns what follows the number signs of each heading. */
  List<String> headings() {
    List<String> headings = new ArrayList<>();
    for (String line : prose) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        headings.add(heading.group(1));
      }
    }
    return headings;
  }

  /** Returns what a link can name in this page, made from the headings as GitHub does. */
  private Set<String> anchors() {
    Set<String> anchors = new TreeSet<>();
    for (String heading : headings()) {
      anchors.add(
          heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }
    return anchors;
  }
}
