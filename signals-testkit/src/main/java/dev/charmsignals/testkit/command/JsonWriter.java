package dev.charmsignals.testkit.command;

import java.util.Iterator;
import java.util.List;

/** Writes a value as Go's JSON encoder does: compact, keys sorted, HTML's characters escaped. */
final class JsonWriter {

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  static String write(Value value) {
    JsonWriter writer = new JsonWriter();
    writer.append(value);
    return writer.out.toString();
  }

  private void append(Value value) {
    if (value instanceof Value.Text text) {
      append(text.text());
    } else if (value instanceof Value.Flag flag) {
      out.append(flag.yes());
    } else if (value instanceof Value.Number number) {
      out.append(GoNumber.json(number.number()));
    } else if (value instanceof Value.Time time) {
      append(time.moment().toString());
    } else if (value instanceof Value.Texts texts) {
      appendItems(texts.texts().stream().<Value>map(Value.Text::new).toList());
    } else if (value instanceof Value.Items items) {
      appendItems(items.items());
    } else if (value instanceof Value.Fields fields) {
      appendFields(fields.fields());
    } else if (value instanceof Value.Entries entries) {
      appendFields(
          entries.entries().keySet().stream()
              .sorted(KeyOrder.BYTEWISE)
              .map(
                  key -> new Value.Field(key, entries.entries().getOrDefault(key, new Value.Nil())))
              .toList());
    } else {
      out.append("null"); // Nil, NoEntries, NoTexts
    }
  }

  private void appendItems(List<Value> items) {
    out.append('[');
    Iterator<Value> each = items.iterator();
    while (each.hasNext()) {
      append(each.next());
      out.append(each.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private void appendFields(List<Value.Field> fields) {
    out.append('{');
    Iterator<Value.Field> each = fields.iterator();
    while (each.hasNext()) {
      Value.Field field = each.next();
      append(field.name());
      out.append(':');
      append(field.value());
      out.append(each.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private void append(String text) {
    out.append('"');
    int plain = 0; // where the run of characters begins that can be copied as they are
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&') {
        continue;
      }
      out.append(text, plain, i);
      int point = text.codePointAt(i);
      append(point);
      i += Character.charCount(point) - 1;
      plain = i + 1;
    }
    out.append(text, plain, text.length()).append('"');
  }

  private void append(int c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append((char) c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', 0x2028, 0x2029 -> out.append("\\u%04x".formatted(c));
      default -> {
        if (c < ' ') {
          out.append("\\u%04x".formatted(c));
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
          out.append('\uFFFD'); // half a pair: not UTF-8
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
