package dev.charmsignals.metadata;

import java.util.List;
import java.util.Random;

/** Writes documents that look like metadata, with anything from good to bad style in them. */
final class RandomYaml {

  /** What edits put into a document: every indicator of YAML, where it is one and where not. */
  static final List<String> FRAGMENTS =
      List.of(
          " ",
          "  ",
          "\n",
          "\n\n",
          "\n  ",
          ":",
          ": ",
          "#",
          " #",
          " # c\n",
          "-",
          "- ",
          "\n- ",
          "\n  - ",
          "\"",
          "'",
          "''",
          "{",
          "}",
          "[",
          "]",
          ",",
          ", ",
          "{}",
          "[]",
          "|",
          "|\n",
          ">-\n",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "%",
          "@",
          "`",
          "?",
          "? ",
          "~",
          "null",
          "\t",
          "\r\n",
          "\\",
          "\\n",
          "=",
          "<<: ",
          "---\n",
          "\n---\n",
          "\n...\n",
          "a",
          "1",
          ".",
          "/",
          "$",
          "(",
          "\u00fc",
          "\u00a0",
          "\ud83d\ude80");

  private static final List<String> KEYS =
      List.of(
          "name", "requires", "provides", "peers", "db", "web", "interface", "limit", "x-y", "1");

  private static final List<String> VALUES =
      List.of(
          "a",
          "pgsql",
          "1",
          "true",
          "~",
          "null",
          "'q'",
          "\"q\"",
          "'it''s'",
          "\"a\\\"b\"",
          "{}",
          "[]",
          "{interface: pgsql}",
          "{interface: pgsql, limit: 1}",
          "[a, b]",
          "[a, {b: c}]",
          "{a: }",
          "a b",
          "a # c",
          "a#b",
          "a:b",
          "a: b",
          "http://x/#y",
          "(x)",
          "-1",
          "@",
          "*a",
          "&a b",
          "'open",
          "\"\"",
          "{a: [b, {c: d}]}",
          "{ a: b }",
          "[ ]",
          "{a: b,}",
          "a, b",
          "a]",
          "juju >= 3.1",
          "# none",
          "");

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  RandomYaml(long seed) {
    this.random = new Random(seed);
  }

  static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String document() {
    if (random.nextInt(10) == 0) {
      out.append("---\n");
    }
    mapping("", 0, "");
    return out.toString();
  }

  private void mapping(String indent, int depth, String firstIndent) {
    int entries = 1 + random.nextInt(3);
    for (int i = 0; i < entries; i++) {
      noise(indent);
      String unlike = random.nextInt(60) == 0 ? " " : "";
      out.append(i == 0 ? firstIndent : indent + unlike);
      out.append(pick(random, KEYS)).append(i).append(':');
      value(indent, depth, true);
    }
  }

  private void noise(String indent) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
      return; // within a line, behind the dash of a list
    }
    switch (random.nextInt(14)) {
      case 0 -> out.append('\n');
      case 1 -> out.append(indent).append("# comment: [\n");
      case 2 -> out.append("#\n");
      case 3 -> out.append(indent).append("   \n");
      default -> {}
    }
  }

  private void value(String indent, int depth, boolean ofMapping) {
    String inner = indent + " ".repeat(1 + random.nextInt(4));
    switch (depth > 3 ? 0 : random.nextInt(9)) {
      case 0, 1, 2, 3 -> out.append(' ').append(pick(random, VALUES)).append('\n');
      case 4, 5 -> {
        out.append(random.nextBoolean() ? "\n" : " # c\n");
        mapping(inner, depth + 1, inner);
      }
      case 6 -> {
        out.append('\n');
        sequence(ofMapping && random.nextBoolean() ? indent : inner, depth + 1);
      }
      case 7 -> {
        out.append(pick(random, List.of(" |", " >", " |-", " >+", " | # c", " |2"))).append('\n');
        lines(inner);
      }
      default -> {
        out.append(" some text\n");
        lines(inner);
      }
    }
  }

  private void lines(String indent) {
    for (int i = random.nextInt(4); i > 0; i--) {
      out.append(random.nextInt(8) == 0 ? "" : indent + " ".repeat(random.nextInt(3) / 2));
      out.append(
          pick(
              random, List.of("words", "# hash", "- dash", "key: value", "", "  ", "\"q", "a #b")));
      out.append('\n');
    }
  }

  private void sequence(String indent, int depth) {
    for (int i = random.nextInt(3); i >= 0; i--) {
      noise(indent);
      String gap = " ".repeat(1 + random.nextInt(2));
      out.append(indent).append('-');
      if (random.nextInt(3) == 0 && depth < 4) {
        out.append(gap);
        mapping(indent + " " + gap, depth + 1, "");
      } else {
        value(indent, depth, false);
      }
    }
  }
}
