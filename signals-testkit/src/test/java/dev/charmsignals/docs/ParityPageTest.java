package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/reference/parity.md promises of itself. */
@Tag("any-jdk")
class ParityPageTest {

  private static final Path PAGE = Page.root().resolve("docs/reference/parity.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| (.+?) \\| (.+?) \\| (.+?) \\| (.+) \\|$");

  /** Fewer letters than this give no reason. */
  private static final int SHORTEST_REASON = 40;

  /**
   * One row of the table.
   *
   * @param number counted from 1
   * @param ops what ops has: "yes", "partial" and so on, with what there is to say
   * @param goops the same of goops
   * @param ours the same of this project
   */
  private record Row(int number, String ops, String goops, String ours) {

    static String verdict(String cell) {
      return cell.split("[:,]", 2)[0];
    }

    /** What is said beside the verdict and the links. */
    String reason() {
      return ours.replaceFirst("^(partial|no)", "").replaceAll("\\[`[^)]*\\)", "").strip();
    }
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .map(
            row ->
                new Row(Integer.parseInt(row.group(1)), row.group(3), row.group(4), row.group(5)))
        .toList();
  }

  @Test
  void comparesSeventyTwoFeatures() throws IOException {
    Set<String> verdicts = Set.of("yes", "partial", "no", "not applicable");

    assertEquals(
        IntStream.rangeClosed(1, 72).boxed().toList(), rows().stream().map(Row::number).toList());
    assertEquals(
        List.of(),
        rows().stream()
            .filter(
                row ->
                    !verdicts.contains(Row.verdict(row.ops()))
                        || !verdicts.contains(Row.verdict(row.goops())))
            .toList());
  }

  @Test
  void namesATestForEveryYesAndAReasonForEveryOther() throws IOException {
    List<Row> unproven = new ArrayList<>();
    for (Row row : rows()) {
      boolean told =
          switch (Row.verdict(row.ours())) {
            case "yes" -> !TestLinks.of(row.ours()).isEmpty();
            case "partial", "no" -> row.reason().length() > SHORTEST_REASON;
            default -> false;
          };
      if (!told) {
        unproven.add(row);
      }
    }

    assertEquals(List.of(), unproven);
  }

  @Test
  void namesOnlyTestsThatThereAre() throws IOException {
    assertEquals(List.of(), TestLinks.dead(PAGE, Files.readString(PAGE)));
  }
}
