package dev.charmsignals.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Links to tests, such as {@code [`FooTest.doesBar`](../../foo/FooTest.java)}. */
final class TestLinks {

  private static final Pattern LINK = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");

  private TestLinks() {}

  /** Returns the links of a text to tests. */
  static List<MatchResult> of(String text) {
    return LINK.matcher(text).results().toList();
  }

  /** Returns those links of a page whose file, class or method is not there. */
  static List<String> dead(Path page, String text) throws IOException {
    List<String> dead = new ArrayList<>();
    for (MatchResult link : of(text)) {
      Path file = page.resolveSibling(link.group(3));
      if (!Files.exists(file) || !holds(Files.readString(file), link.group(1), link.group(2))) {
        dead.add(link.group());
      }
    }
    return dead;
  }

  private static boolean holds(String source, String type, String method) {
    return Pattern.compile("\\b(class|interface) " + type + "\\b").matcher(source).find()
        && Pattern.compile("@\\w*Test\\b[^;]*\\bvoid " + method + "\\(").matcher(source).find();
  }
}
