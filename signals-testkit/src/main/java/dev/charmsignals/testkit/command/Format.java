package dev.charmsignals.testkit.command;

/** The formats of {@code --format}; the table of contract section 2.1. */
enum Format {
  /** For shells: the bare text, one line per item, nothing for nothing. */
  SMART {
    @Override
    String write(Value value) {
      if (value instanceof Value.Text text) {
        return line(text.text());
      }
      if (value instanceof Value.Texts texts) {
        return line(String.join("\n", texts.texts()));
      }
      if (value instanceof Value.NoTexts) {
        return "";
      }
      if (value instanceof Value.Flag flag) {
        return line(flag.yes() ? "True" : "False");
      }
      return YAML.write(value);
    }

    private String line(String text) {
      return text.isEmpty() ? "" : text + "\n";
    }
  },

  /** YAML as Juju's library writes it. */
  YAML {
    @Override
    String write(Value value) {
      if (value instanceof Value.Nil) {
        return "";
      }
      String text = YamlWriter.write(value);
      int end = text.length();
      while (end > 1 && text.charAt(end - 1) == '\n') {
        end--;
      }
      return text.substring(0, end) + "\n";
    }
  },

  /** Compact JSON as Go writes it. */
  JSON {
    @Override
    String write(Value value) {
      return JsonWriter.write(value) + "\n";
    }
  };

  /** Returns what a command prints for a value, in whole lines or not at all. */
  abstract String write(Value value);

  /** Returns the format of a name that the flag parser has let pass. */
  static Format named(String name) {
    return switch (name) {
      case "yaml" -> YAML;
      case "json" -> JSON;
      default -> SMART;
    };
  }
}
