package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A flag that a hook command knows.
 *
 * @param names its spellings without dashes; the first one is the key of the parsed value
 * @param kind what follows it
 * @param summary one line for {@code --help}
 */
record Option(List<String> names, Kind kind, String summary) {

  /** What follows a flag, and what it may be. */
  enum Kind {
    /** Nothing, unless {@code --flag=true} is written out. */
    SWITCH,
    /** Any text. */
    TEXT,
    /** {@code smart}, {@code yaml} or {@code json}. */
    FORMAT,
    /** {@code yaml} or {@code json}. */
    PLAIN_FORMAT,
    /** A whole number. */
    INTEGER,
    /** The id of a storage that is attached. */
    STORAGE,
    /** A relation that the context knows. */
    RELATION
  }

  static final Option RELATION =
      new Option(List.of("r", "relation"), Kind.RELATION, "Specify a relation by id");

  private static final Option OUTPUT =
      new Option(List.of("o", "output"), Kind.TEXT, "Specify an output file");

  /** What commands have that once had formats; it only earns a warning. */
  static final Option OLD_FORMAT =
      new Option(List.of("format"), Kind.TEXT, "deprecated format flag");

  /** The file of settings. */
  static final Option FILE =
      new Option(List.of("file"), Kind.TEXT, "file containing key-value pairs");

  /** A flag without a value. */
  static Option on(String name, String summary) {
    return new Option(List.of(name), Kind.SWITCH, summary);
  }

  /** The flags of a command that prints a value, and the command's own. */
  static List<Option> printing(Option... own) {
    return printing(Kind.FORMAT, "Specify output format (json|smart|yaml)", own);
  }

  /** The same for a command that has no smart format. */
  static List<Option> printingPlain(Option... own) {
    return printing(Kind.PLAIN_FORMAT, "Specify output format (json|yaml)", own);
  }

  private static List<Option> printing(Kind format, String summary, Option... own) {
    List<Option> options = new ArrayList<>(List.of(own));
    options.add(new Option(List.of("format"), format, summary));
    options.add(OUTPUT);
    return List.copyOf(options);
  }
}
