package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconcilerCasesPageTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .*`.* \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`]\\(([^)]+)\\)");

  private static final Path PAGE = Page.root().resolve("docs/reference/reconciler-cases.md");

  /** The numbers of the rows below one heading. */
  private static List<Integer> numbers(String heading) throws IOException {
    String section = Files.readString(PAGE).split("\n## " + heading + "\n")[1].split("\n## ")[0];
    return ROW.matcher(section).results().map(row -> Integer.valueOf(row.group(1))).toList();
  }

  @Test
  void namesATestForEveryCaseRowAndCorrection() throws IOException {
    assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), numbers("Cases"));
    assertEquals(IntStream.rangeClosed(1, 15).boxed().toList(), numbers("The example's rows"));
    assertEquals(
        IntStream.rangeClosed(1, 17).filter(i -> i != 4 && i != 16).boxed().toList(),
        numbers("Corrections")); // the page tells of the two others below the table
  }

  @Test
  void namesOnlyTestsThatThereAre() throws IOException {
    List<String> missing = new ArrayList<>();
    List<MatchResult> tests = TEST.matcher(Files.readString(PAGE)).results().toList();
    for (MatchResult test : tests) {
      String source = Files.readString(PAGE.resolveSibling(test.group(3)));
      if (!source.matches("(?s).*\\b(class|interface) " + test.group(1) + " .*")
          || !source.contains("void " + test.group(2) + "(")) {
        missing.add(test.group());
      }
    }

    assertEquals(List.of(), missing);
  }
}
