package dev.charmsignals.testkit.command;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * A parser that looks at the escapes of every double-quoted scalar on its way past.
 *
 * <p>SnakeYAML takes {@code \/} and halves of surrogate pairs; Juju's parser does not.
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
    return event;
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
        if (text[i] == '/') {
          throw refused("found unknown escape character", start, i);
        }
        if (text[i] == 'u' && text[i + 1] != '0' && isSurrogate(i + 1)) {
          throw refused("found invalid Unicode character escape code", start, i);
        }
      }
    }
  }

  private boolean isSurrogate(int at) {
    int high = Character.digit(text[at], 16) << 4 | Character.digit(text[at + 1], 16);
    return high >= 0xD8 && high <= 0xDF;
  }

  private ScannerException refused(String problem, Mark start, int at) {
    int line = start.getLine();
    for (int i = start.getIndex(); i < at; i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    Mark mark = new Mark("settings", at, line, 0, text, at);
    return new ScannerException("while parsing a quoted scalar", mark, problem, mark);
  }
}
