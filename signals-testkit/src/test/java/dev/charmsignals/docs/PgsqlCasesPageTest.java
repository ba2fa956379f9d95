package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-jdk")
class PgsqlCasesPageTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| \\[`.* \\|$");

  private static final Path PAGE = Page.root().resolve("docs/reference/pgsql-cases.md");

  /** The numbers of the rows below one heading. */
  private static List<Integer> numbers(String heading) throws IOException {
    String section = Files.readString(PAGE).split("\n## " + heading + "\n")[1].split("\n## ")[0];
    return ROW.matcher(section).results().map(row -> Integer.valueOf(row.group(1))).toList();
  }

  @Test
  void namesATestForEveryCaseAndCorrection() throws IOException {
    assertEquals(IntStream.rangeClosed(1, 47).boxed().toList(), numbers("Cases"));
    assertEquals(IntStream.rangeClosed(1, 13).boxed().toList(), numbers("Corrections"));
  }

  @Test
  void namesOnlyTestsThatThereAre() throws IOException {
    assertEquals(List.of(), TestLinks.dead(PAGE, Files.readString(PAGE)));
  }
}
