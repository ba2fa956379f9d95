package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a value as block YAML the way Juju's library lays it out. */
final class YamlWriter {

  private final YamlText out = new YamlText();

  private YamlWriter() {}

  /** Returns the value as a YAML document, usually with a line break at the end. */
  static String write(Value value) {
    YamlWriter writer = new YamlWriter();
    writer.node(value, -1, false);
    writer.out.endLine();
    return writer.out.toString();
  }

  private void node(Value value, int indent, boolean inMapping) {
    if (value instanceof Value.Text text) {
      scalar(text.text(), indent, false);
    } else if (value instanceof Value.Flag flag) {
      out.plain(Boolean.toString(flag.yes()), false, 0);
    } else if (value instanceof Value.Number number) {
      out.plain(GoNumber.yaml(number.number()), false, 0);
    } else if (value instanceof Value.Time time) {
      out.plain(time.moment().toString(), false, 0);
    } else if (value instanceof Value.NoTexts) {
      out.token("[]");
    } else if (value instanceof Value.Texts texts) {
      items(texts.texts().stream().<Value>map(Value.Text::new).toList(), indent, inMapping);
    } else if (value instanceof Value.Items items) {
      items(items.items(), indent, inMapping);
    } else if (value instanceof Value.Fields fields) {
      fields(fields.fields(), indent);
    } else if (value instanceof Value.Entries entries) {
      fields(inOrder(entries.entries()), indent);
    } else if (value instanceof Value.NoEntries) {
      out.token("{}");
    } else {
      out.plain("null", false, 0);
    }
  }

  private static List<Value.Field> inOrder(Map<String, Value> entries) {
    // Of some keys each comes before the next in a circle; a list's sort would refuse them.
    Set<String> keys = new TreeSet<>(KeyOrder.NATURAL);
    keys.addAll(entries.keySet());
    List<Value.Field> fields = new ArrayList<>();
    for (String key : keys) {
      fields.add(new Value.Field(key, entries.getOrDefault(key, new Value.Nil())));
    }
    return fields;
  }

  private void items(List<Value> items, int indent, boolean inMapping) {
    if (items.isEmpty()) {
      out.token("[]");
      return;
    }
    // Under a key the dashes stand below its first letter, unless the key has a line of its own.
    int inner = inMapping && !out.atIndention() ? indent : deeper(indent);
    for (Value item : items) {
      out.indent(inner);
      out.indicator('-');
      node(item, inner, false);
    }
  }

  private void fields(List<Value.Field> fields, int indent) {
    if (fields.isEmpty()) {
      out.token("{}");
      return;
    }
    int inner = deeper(indent);
    for (Value.Field field : fields) {
      out.indent(inner);
      String key = field.name();
      if (!YamlShape.of(key).multiline() && GoText.bytes(key) <= 128) {
        scalar(key, inner, true);
        out.colon();
      } else {
        out.indicator('?');
        scalar(key, inner, false);
        out.indent(inner);
        out.indicator(':');
      }
      node(field.value(), inner, true);
    }
  }

  private void scalar(String text, int indent, boolean key) {
    int inner = Math.max(indent, 0) + 2;
    YamlShape shape = YamlShape.of(text);
    if (text.indexOf('\n') >= 0) {
      if (shape.literal() && !key) {
        out.literal(text, inner);
      } else {
        out.doubleQuoted(text, !key, inner);
      }
    } else if (!YamlTag.isSafeUnquoted(text)) {
      out.doubleQuoted(text, !key, inner);
    } else if (shape.plain()) {
      out.plain(text, !key, inner);
    } else if (shape.single() && !(key && shape.multiline())) {
      out.singleQuoted(text, !key, inner);
    } else {
      out.doubleQuoted(text, !key, inner);
    }
  }

  private static int deeper(int indent) {
    return indent < 0 ? 0 : indent + 2;
  }
}
