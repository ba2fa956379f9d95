package dev.charmsignals.examples.together;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a script passes on: the directory of the examples, then options with their values.
 *
 * @param directory the directory that holds the charms' modules
 * @param values the options by name, without the dashes
 */
record Options(Path directory, Map<String, String> values) {

  /** Reads the arguments; the scripts have checked what a person typed. */
  static Options parse(List<String> arguments, Map<String, String> defaults) {
    Map<String, String> values = new HashMap<>(defaults);
    for (int i = 1; i + 1 < arguments.size(); i += 2) {
      values.put(arguments.get(i).substring("--".length()), arguments.get(i + 1));
    }
    return new Options(Path.of(arguments.get(0)), Map.copyOf(values));
  }

  String value(String option) {
    return values.getOrDefault(option, "");
  }

  long number(String option) {
    return Long.parseLong(value(option));
  }
}
