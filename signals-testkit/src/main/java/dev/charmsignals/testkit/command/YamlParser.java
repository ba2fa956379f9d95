package dev.charmsignals.testkit.command;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * A parser that looks at the escapes of double-quoted scalars and at anchors on their way past.
 *
 * <p>SnakeYAML takes halves of surrogate pairs and anchors of any characters; Juju's parser does
 * not.
 */
final class YamlParser implements Parser {

  private final Parser parser;
  private final int[] text;

  YamlParser(Parser parser, String text) {
    this.parser = parser;
    this.text = text.codePoints().toArray();
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = parser.getEvent();
    if (event instanceof ScalarEvent scalar
        && scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
      refuseEscapes(scalar.getStartMark(), scalar.getEndMark());
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      refuseAnchor(node.getAnchor(), node.getStartMark());
    }
    return event;
  }

  private static void refuseAnchor(String anchor, Mark start) {
    for (int i = 0; i < anchor.length(); i++) {
      char c = anchor.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != '_' && c != '-') {
        String problem = "did not find expected alphabetic or numeric character";
        throw new ScannerException("while scanning an anchor", start, problem, start);
      }
    }
  }

  private void refuseEscapes(Mark start, Mark end) {
    // A tag or an anchor stands between the event's start and the quotation mark.
    int at = start.getIndex();
    while (text[at] != '"') {
      at++;
    }
    for (int i = at + 1; i < end.getIndex() - 1; i++) {
      if (text[i] == '\\') {
        i++;
        int digits = text[i] == 'u' ? 4 : text[i] == 'U' ? 8 : 0;
        if (isSurrogate(i + 1, digits)) {
          throw surrogate(start, i);
        }
      }
    }
  }

  private boolean isSurrogate(int at, int digits) {
    int c = 0;
    for (int i = at; i < at + digits; i++) {
      c = c << 4 | Character.digit(text[i], 16);
    }
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private ScannerException surrogate(Mark start, int at) {
    int line = start.getLine();
    for (int i = start.getIndex(); i < at; i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    Mark mark = new Mark("settings", at, line, 0, text, at);
    String problem = "found invalid Unicode character escape code";
    return new ScannerException("while parsing a quoted scalar", mark, problem, mark);
  }
}
