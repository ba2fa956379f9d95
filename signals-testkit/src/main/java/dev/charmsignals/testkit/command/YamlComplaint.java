package dev.charmsignals.testkit.command;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.scanner.ScannerException;

/** Turns SnakeYAML's complaints into those of Juju's parser, which descends from libyaml. */
final class YamlComplaint {

  private static final String ESCAPE = "found unknown escape character";

  /** How a complaint begins, and what Juju's parser says instead. */
  private static final String[][] TEXTS = {
    {"expected escape sequence of", "did not find expected hexdecimal number"},
    {ESCAPE, "found invalid Unicode character escape code"},
    {"found unexpected document separator", "found unexpected document indicator"},
    {"mapping values are not allowed", "mapping values are not allowed in this context"},
    {"mapping keys are not allowed", "mapping keys are not allowed in this context"},
    {"sequence entries are not allowed", "block sequence entries are not allowed in this context"},
    {"expected the node content", "did not find expected node content"},
    {"expected chomping", "did not find expected comment or line break"},
    {"expected a comment", "did not find expected comment or line break"},
    {"expected URI", "did not find expected whitespace or line break"},
    {"expected indentation indicator", "found an indentation indicator equal to 0"},
    {"unexpected character found", "did not find expected alphabetic or numeric character"},
    {"expected alphabetic", "did not find expected alphabetic or numeric character"},
    {"found character", "found character that cannot start any token"},
    {"expected ',' or '}'", "did not find expected ',' or '}'"},
    {"expected ',' or ']'", "did not find expected ',' or ']'"},
    {"expected '<document start>'", "did not find expected <document start>"},
    {"found undefined tag handle", "found undefined tag handle"},
    {"found duplicate anchor", "found duplicate anchor"},
    {"found incompatible YAML document", "found incompatible YAML document"},
    {"found a tab character", "found a tab character where an indentation space is expected"},
    {"could not find expected", "could not find expected ':'"},
  };

  private YamlComplaint() {}

  static String of(MarkedYAMLException complaint, String text) {
    String problem = complaint.getProblem() == null ? "" : complaint.getProblem();
    if (problem.startsWith("found undefined alias ")) {
      String anchor = problem.substring("found undefined alias ".length());
      return "unknown anchor '" + anchor + "' referenced";
    }
    return where(complaint, problem, text) + text(problem, complaint.getContext());
  }

  private static String text(String problem, @Nullable String context) {
    if (problem.startsWith("expected <block end>")) {
      boolean map = context != null && context.contains("mapping");
      return "did not find expected " + (map ? "key" : "'-' indicator");
    }
    if (problem.startsWith(ESCAPE) && problem.endsWith(")")) {
      return ESCAPE; // "x(120)"; without the parenthesis it is a number that is no character
    }
    for (String[] text : TEXTS) {
      if (problem.startsWith(text[0])) {
        return text[1];
      }
    }
    return problem.isEmpty() ? "unknown problem parsing YAML content" : problem;
  }

  /** Names the line, except the first; a parser's complaint counts from 0, a scanner's from 1. */
  private static String where(MarkedYAMLException complaint, String problem, String text) {
    Mark mark = complaint.getProblemMark();
    int line = mark == null ? 0 : mark.getLine();
    boolean atEnd = mark != null && mark.getIndex() >= text.codePointCount(0, text.length());
    if (atEnd && mark.getColumn() > 0 && !problem.equals("found unexpected end of stream")) {
      line++; // Juju's parser ends the last line before it finds the end
    }
    if (line > 0 && complaint instanceof ScannerException) {
      line++;
    }
    return line == 0 ? "" : "line " + line + ": ";
  }
}
