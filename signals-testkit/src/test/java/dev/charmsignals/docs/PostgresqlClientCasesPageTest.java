package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-jdk")
class PostgresqlClientCasesPageTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\|$");

  private static final Path PAGE = Page.root().resolve("docs/reference/postgresql-client-cases.md");

  private static String section(String heading) throws IOException {
    return Files.readString(PAGE).split("\n## " + heading + "\n")[1].split("\n## ")[0];
  }

  private static List<Integer> numbers(String heading) throws IOException {
    return ROW.matcher(section(heading))
        .results()
        .filter(row -> !TestLinks.of(row.group(2)).isEmpty())
        .map(row -> Integer.valueOf(row.group(1)))
        .toList();
  }

  @Test
  void namesATestForEveryCaseAndCorrection() throws IOException {
    assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), numbers("Cases"));
    assertEquals(IntStream.rangeClosed(1, 21).boxed().toList(), numbers("Corrections"));
  }

  @Test
  void namesTheTestsOfACaseByItsNumber() throws IOException {
    ROW.matcher(section("Cases"))
        .results()
        .forEach(
            row ->
                TestLinks.of(row.group(2))
                    .forEach(
                        test ->
                            assertTrue(
                                test.group(2).matches("case" + row.group(1) + "[A-Z].*"),
                                test::group)));
  }

  @Test
  void namesOnlyTestsThatThereAre() throws IOException {
    assertEquals(List.of(), TestLinks.dead(PAGE, Files.readString(PAGE)));
  }
}
