package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgresql.ConnectionString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionStringsPageTest {

  private static final Pattern CASE = Pattern.compile("(?m)^\\| (\\d+) \\| \\[`.* \\|$");
  private static final Pattern PROPERTIES = Pattern.compile("(?m)^\\| `(\\w+=.*)` \\| `(.*)` \\|$");

  private static final Path PAGE = Page.root().resolve("docs/reference/connection-strings.md");

  @Test
  void namesATestForEveryCase() throws IOException {
    List<Integer> numbers =
        CASE.matcher(Files.readString(PAGE))
            .results()
            .map(row -> Integer.valueOf(row.group(1)))
            .toList();

    assertEquals(
        IntStream.concat(IntStream.rangeClosed(1, 26), IntStream.rangeClosed(33, 38))
            .boxed()
            .toList(),
        numbers);
  }

  @Test
  void namesOnlyTestsThatThereAre() throws IOException {
    assertEquals(List.of(), TestLinks.dead(PAGE, Files.readString(PAGE)));
  }

  @Test
  void tellsWhatTheDriverIsTold() throws IOException {
    Map<String, Map<String, String>> told = new HashMap<>();
    Map<String, Map<Object, Object>> real = new HashMap<>();
    PROPERTIES
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(
            row -> {
              told.put(row.group(1), pairs(row.group(2)));
              real.put(row.group(1), ConnectionString.parse(row.group(1)).jdbcProperties());
            });

    assertEquals(26, told.size());
    assertEquals(told, real);
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    Stream.of(text.split(" "))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> pairs.put(pair[0], pair[1]));
    return pairs;
  }
}
