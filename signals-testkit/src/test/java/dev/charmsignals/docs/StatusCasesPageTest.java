package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-jdk")
class StatusCasesPageTest {

  private static final Pattern TABLE = Pattern.compile("\\| (Case|Correction) \\| Tests \\|");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\|$");

  private static final Path PAGE = Page.root().resolve("docs/reference/status-cases.md");

  /** The rows of one table, counted from 0. */
  private static String table(int number) throws IOException {
    return TABLE.split(Files.readString(PAGE))[number + 1];
  }

  private static List<Integer> numbers(int table) throws IOException {
    return ROW.matcher(table(table)).results().map(row -> Integer.valueOf(row.group(1))).toList();
  }

  @Test
  void namesATestForEveryCase() throws IOException {
    assertEquals(IntStream.rangeClosed(1, 45).boxed().toList(), numbers(0));
    assertEquals(IntStream.rangeClosed(1, 37).boxed().toList(), numbers(2));
  }

  @Test
  void namesATestForEveryCorrection() throws IOException {
    TreeSet<Integer> ofThePool = new TreeSet<>(numbers(1));
    ofThePool.addAll(List.of(11, 13)); // which the page tells of below the table

    assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), List.copyOf(ofThePool));
    assertEquals(IntStream.rangeClosed(1, 13).boxed().toList(), numbers(3));
  }

  @Test
  void namesOnlyTestsThatThereAre() throws IOException {
    assertEquals(List.of(), TestLinks.dead(PAGE, Files.readString(PAGE)));
  }
}
