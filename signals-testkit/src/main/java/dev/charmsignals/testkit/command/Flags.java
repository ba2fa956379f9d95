package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line that has been understood: flags by their first name, and what is left.
 *
 * @param values the value of each flag that was given; {@code true} or {@code false} for a switch
 * @param positionals the arguments that are no flags
 * @param helpWanted whether {@code --help} ended the parsing
 */
record Flags(Map<String, String> values, List<String> positionals, boolean helpWanted) {

  Flags {
    values = Map.copyOf(values);
    positionals = List.copyOf(positionals);
  }

  /** Returns whether a switch is on. */
  boolean on(String name) {
    return "true".equals(values.get(name));
  }

  /** Returns a flag's value; an empty one counts as none. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** Returns the positional at an index, if there are so many. */
  Optional<String> positional(int index) {
    return index < positionals.size() ? Optional.of(positionals.get(index)) : Optional.empty();
  }

  /** Refuses positionals beyond the first {@code expected}. */
  void refuseBeyond(int expected) {
    if (positionals.size() > expected) {
      UsageFailure.refuseSurplus(positionals.subList(expected, positionals.size()));
    }
  }
}
