package dev.charmsignals.packing.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  private final Mistakes mistakes = new Mistakes();

  @Test
  void knowsWhereEverythingStands() {
    YamlMap root = YamlReader.read("a: 1\nb:\n  - x\n  - y: true\n", mistakes);

    YamlScalar one = new YamlScalar(new Place(1, 4), "1", 1);
    YamlScalar x = new YamlScalar(new Place(3, 5), "x", "x");
    YamlScalar yes = new YamlScalar(new Place(4, 8), "true", true);
    YamlMap y = new YamlMap(new Place(4, 5), List.of(new YamlMap.Entry(new Place(4, 5), "y", yes)));
    assertEquals(
        new YamlMap(
            new Place(1, 1),
            List.of(
                new YamlMap.Entry(new Place(1, 1), "a", one),
                new YamlMap.Entry(
                    new Place(2, 1), "b", new YamlList(new Place(3, 3), List.of(x, y))))),
        root);
    assertEquals(List.of(), mistakes.all());
  }

  @ParameterizedTest
  @CsvSource({
    "yes, true",
    "0x10, 16",
    "010, 8",
    "1_000, 1000",
    "2.50, 2.5",
    "'''24.04''', 24.04",
    "~, ",
  })
  void readsWhatIsWrittenAsCharmcraftDoes(String written, String meant) {
    Object value = YamlReader.read("key: " + written, mistakes).plain().get("key");

    assertEquals(meant, value == null ? null : value.toString());
  }

  @Test
  void leavesADayTheTextThatItIsToJuju() {
    assertEquals(Map.of("key", "2026-01-31"), YamlReader.read("key: 2026-01-31", mistakes).plain());
  }

  @Test
  void resolvesAliasesAndMerges() {
    String text =
        """
        base: &base {interface: signals, limit: 1}
        one: *base
        two:
          <<: *base
          limit: 2
        """;

    assertEquals(
        Map.of(
            "base", Map.of("interface", "signals", "limit", 1),
            "one", Map.of("interface", "signals", "limit", 1),
            "two", Map.of("interface", "signals", "limit", 2)),
        YamlReader.read(text, mistakes).plain());
    assertEquals(List.of(), mistakes.all());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'a: 1\nb: 2\na: 3' => 3:1 \"a\" stands in line 1 already; keep one of the two",
        "'on: 1' => '1:1 the key on is read as the boolean on; write \"on\" with quotes'",
        "'8080: 1' => '1:1 the key 8080 is read as the number 8080; write \"8080\" with quotes'",
        "'[a]: 1' => '1:1 a key has to be text, such as \"channel\"'",
        "'a: !!int x' => '1:4 x is no value of type tag:yaml.org,2002:int; remove the type'",
        "'a: !odd x' => '1:4 x is no value of type !odd; remove the type'",
        "'a: {<<: 1}' => '1:9 only mappings can be merged; write \"<<: *name\"'",
        "'- a' => '1:1 the file is no mapping; begin with \"name: my-charm\"'",
        "'# a' => '1:1 the file is empty; begin with \"name: my-charm\"'",
        "'a: &a [*a]' => '1:1 this is no YAML: the value that begins in line 1 contains itself'",
        "'a: b: c' => '1:5 this is no YAML: mapping values are not allowed here'",
      })
  void tellsWhatIsWrongAndWhere(String text, String mistake) {
    YamlReader.read(text, mistakes);

    assertEquals(
        List.of(mistake),
        mistakes.all().stream()
            .map(each -> each.place().line() + ":" + each.place().column() + " " + each.text())
            .toList());
  }

  @Test
  void refusesWhatGrowsBeyondMeasureWhenItsAliasesAreResolved() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String below = "*a" + (i - 1);
      text.append(
          "a%d: &a%d [%s]\n"
              .formatted(i, i, String.join(", ", List.of(below, below, below, below, below))));
    }

    YamlReader.read(text.toString(), mistakes);

    assertEquals(
        List.of(new Mistake(Place.START, "this is no YAML: it has more than 100000 values")),
        mistakes.all());
  }
}
