package dev.charmsignals.testkit.command;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Rewrites what Juju's parser takes and SnakeYAML does not: tabs between tokens, as in JSON that is
 * indented with them, and {@code \'} in double quotes.
 */
final class YamlMending {

  private YamlMending() {}

  /** Returns the text without the place that was complained of, or empty if that is wrong. */
  static Optional<String> of(String text, MarkedYAMLException complaint) {
    Mark mark = complaint.getProblemMark();
    String problem = complaint.getProblem();
    if (mark == null || problem == null) {
      return Optional.empty();
    }
    int at = text.offsetByCodePoints(0, mark.getIndex());
    if (problem.startsWith("found unknown escape character '")) {
      int quote = text.indexOf("\\'", Math.max(0, at - 2));
      return quote < 0
          ? Optional.empty()
          : Optional.of(text.substring(0, quote) + text.substring(quote + 1));
    }
    boolean tab = problem.startsWith("found character") && at < text.length();
    if (tab && text.charAt(at) == '\t' && isWelcome(text, at)) {
      return Optional.of(text.substring(0, at) + " " + text.substring(at + 1));
    }
    return Optional.empty();
  }

  /** A tab may stand where no block can begin: inside a flow, or behind a key or a scalar. */
  private static boolean isWelcome(String text, int at) {
    String line = text.substring(text.lastIndexOf('\n', at - 1) + 1, at).strip();
    boolean blockMayBegin =
        line.isEmpty() || line.equals(":") || line.endsWith("-") || line.endsWith("?");
    return !blockMayBegin || isInFlow(text.substring(0, at));
  }

  private static boolean isInFlow(String text) {
    StreamReader reader = new StreamReader(new StringReader(text));
    ScannerImpl scanner = new ScannerImpl(reader, new LoaderOptions());
    int depth = 0;
    try {
      while (scanner.checkToken()) {
        Token.ID id = scanner.getToken().getTokenId();
        if (id == Token.ID.FlowMappingStart || id == Token.ID.FlowSequenceStart) {
          depth++;
        } else if (id == Token.ID.FlowMappingEnd || id == Token.ID.FlowSequenceEnd) {
          depth--;
        } else if (id == Token.ID.StreamEnd) {
          break;
        }
      }
    } catch (YAMLException e) {
      return depth > 0; // the text ends in the middle of something
    }
    return depth > 0;
  }
}
