package dev.charmsignals.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Code blocks of the documentation that are copies of compiled code.
 *
 * <p>A line {@code <!-- snippet: path/to/File.java#region -->} right above a code block says that
 * the block is what stands between {@code // region name} and {@code // endregion} in that file (in
 * YAML, behind {@code #}), without the indentation that all of its lines share. Without a region it
 * is the whole file.
 *
 * <p>{@code scripts/update-snippets} runs this file as it stands, so it uses no other of ours.
 */
final class Snippets {

  private static final Pattern MARKER = Pattern.compile("<!-- snippet: ([^#\\s]+)(?:#(\\S+))? -->");
  private static final String FENCE = "```";

  private Snippets() {}

  /** Rewrites every page below the directory that is given, and names those that change. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    for (Path page : pages(root)) {
      String before = Files.readString(page);
      String after = updated(root, before);
      if (!after.equals(before)) {
        Files.writeString(page, after);
        System.out.println("    " + root.relativize(page));
      }
    }
  }

  /** Returns the pages of the documentation, in order. */
  static List<Path> pages(Path root) throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String page :
        List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "examples/README.md")) {
      pages.add(root.resolve(page));
    }
    try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  /** Returns the page with every marked block made equal to what it quotes. */
  static String updated(Path root, String page) throws IOException {
    StringBuilder updated = new StringBuilder();
    List<String> lines = page.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      updated.append(lines.get(i)).append('\n');
      Matcher marker = MARKER.matcher(lines.get(i));
      if (marker.matches()) {
        int opening = i + 1;
        if (opening >= lines.size() || !lines.get(opening).startsWith(FENCE)) {
          throw new IllegalArgumentException("No code block follows " + marker.group());
        }
        updated.append(lines.get(opening)).append('\n');
        for (String line : quoted(root, marker.group(1), marker.group(2))) {
          updated.append(line).append('\n');
        }
        i = closing(lines, opening);
        updated.append(lines.get(i)).append('\n');
      }
    }
    return updated.toString();
  }

  /** Returns the numbers of the lines at which a Java block begins that quotes nothing. */
  static List<Integer> unmarked(String page) {
    List<Integer> unmarked = new ArrayList<>();
    List<String> lines = page.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(FENCE)) {
        boolean marked = i > 0 && MARKER.matcher(lines.get(i - 1)).matches();
        if (lines.get(i).strip().equals(FENCE + "java") && !marked) {
          unmarked.add(i + 1);
        }
        i = closing(lines, i);
      }
    }
    return unmarked;
  }

  private static int closing(List<String> lines, int opening) {
    for (int i = opening + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Line " + (opening + 1) + " opens a block without an end");
  }

  private static List<String> quoted(Path root, String file, String region) throws IOException {
    Path source = root.resolve(file);
    if (!Files.exists(source)) {
      throw new IllegalArgumentException("There is no file " + file);
    }
    List<String> quoted = new ArrayList<>();
    boolean inside = region == null;
    boolean found = inside;
    for (String line : Files.readAllLines(source)) {
      String text = line.strip();
      if (text.equals("// region " + region) || text.equals("# region " + region)) {
        inside = true;
        found = true;
      } else if ((text.equals("// endregion") || text.equals("# endregion")) && region != null) {
        inside = false;
      } else if (inside && !text.startsWith("// region ")) {
        quoted.add(line);
      }
    }
    if (!found || quoted.isEmpty()) {
      throw new IllegalArgumentException("There is no region " + region + " in " + file);
    }
    return dedented(quoted);
  }

  private static List<String> dedented(List<String> lines) {
    int indent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    List<String> dedented = new ArrayList<>();
    for (String line : lines) {
      dedented.add(line.isBlank() ? "" : line.substring(indent));
    }
    while (dedented.get(0).isEmpty()) {
      dedented.remove(0);
    }
    while (dedented.get(dedented.size() - 1).isEmpty()) {
      dedented.remove(dedented.size() - 1);
    }
    return dedented;
  }
}
