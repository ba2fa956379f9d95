package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses one command line as Juju's flag library does (contract section 2.1). */
final class FlagParser {

  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

  private static final Pattern STORAGE_ID =
      Pattern.compile("[a-z](?:[a-z0-9]*[_-])*[a-z0-9]*/(?:0|[1-9][0-9]*)");

  private final List<Option> options;
  private final List<String> arguments;
  private final CommandContext context;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> positionals = new ArrayList<>();
  private int next;

  private FlagParser(List<Option> options, List<String> arguments, CommandContext context) {
    this.options = options;
    this.arguments = arguments;
    this.context = context;
  }

  /** Understands the arguments, or throws {@link UsageFailure} at the first that is wrong. */
  static Flags parse(List<Option> options, List<String> arguments, CommandContext context) {
    return new FlagParser(options, arguments, context).parse();
  }

  private Flags parse() {
    boolean helpWanted = false;
    while (next < arguments.size() && !helpWanted) {
      String argument = arguments.get(next++);
      if (argument.equals("--")) {
        positionals.addAll(arguments.subList(next, arguments.size()));
        break;
      }
      if (argument.startsWith("--")) {
        helpWanted = parseLong(argument);
      } else if (argument.startsWith("-") && argument.length() > 1) {
        helpWanted = parseBundle(argument.substring(1));
      } else {
        positionals.add(argument);
      }
    }
    return new Flags(values, positionals, helpWanted);
  }

  private boolean parseLong(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      return take(argument.substring(2), Optional.empty());
    }
    String name = argument.substring(2, equals);
    if (name.isEmpty()) {
      throw new UsageFailure("empty option in argument " + GoText.quote(argument));
    }
    return take(name, Optional.of(argument.substring(equals + 1)));
  }

  /** Takes one-letter flags up to the first that needs a value, which the rest may be. */
  private boolean parseBundle(String letters) {
    int at = 0;
    while (at < letters.length()) {
      int end = letters.offsetByCodePoints(at, 1);
      String name = letters.substring(at, end);
      String rest = letters.substring(end);
      boolean bare = isSwitch(name) && !rest.startsWith("=");
      if (take(name, bare || rest.isEmpty() ? Optional.empty() : Optional.of(rest))) {
        return true;
      }
      at = bare ? end : letters.length();
    }
    return false;
  }

  /** Takes one flag with the value that is attached to it, and answers whether it asks for help. */
  private boolean take(String name, Optional<String> attached) {
    Optional<Option> known = find(name);
    if (known.isEmpty()) {
      if (name.equals("help") || name.equals("h")) {
        return true;
      }
      throw new UsageFailure("option provided but not defined: " + withMinus(name));
    }
    Option option = known.get();
    String value;
    if (attached.isPresent()) {
      value = attached.get();
    } else if (option.kind() == Option.Kind.SWITCH) {
      value = "true";
    } else if (next < arguments.size()) {
      value = arguments.get(next++);
    } else {
      throw new UsageFailure("option needs an argument: " + withMinus(name));
    }
    values.put(option.names().get(0), accept(option, name, value));
    return false;
  }

  private String accept(Option option, String name, String value) {
    return switch (option.kind()) {
      case SWITCH -> {
        if (!TRUE.contains(value) && !FALSE.contains(value)) {
          String quoted = GoText.quote(value);
          throw invalid(name, value, "strconv.ParseBool: parsing " + quoted + ": invalid syntax");
        }
        yield Boolean.toString(TRUE.contains(value));
      }
      case TEXT -> value;
      case INTEGER -> {
        if (!GoText.isInteger(value)) {
          String quoted = GoText.quote(value);
          throw invalid(name, value, "strconv.ParseInt: parsing " + quoted + ": invalid syntax");
        }
        yield Long.toString(Long.parseLong(value));
      }
      case FORMAT, PLAIN_FORMAT -> {
        boolean smart = option.kind() == Option.Kind.FORMAT && value.equals("smart");
        if (!smart && !value.equals("yaml") && !value.equals("json")) {
          throw invalid(name, value, "unknown format " + GoText.quote(value));
        }
        yield value;
      }
      case STORAGE -> {
        if (!STORAGE_ID.matcher(value).matches()) {
          throw invalid(name, value, "invalid storage ID " + GoText.quote(value));
        }
        if (!context.storage().attached().containsKey(value)) {
          throw invalid(name, value, "storage not found");
        }
        yield value;
      }
      case RELATION -> {
        // Only what follows the last colon counts; the endpoint before it is never looked at.
        String number = value.substring(value.lastIndexOf(':') + 1);
        if (!GoText.isInteger(number)) {
          throw invalid(name, value, "invalid relation id");
        }
        long relation = Long.parseLong(number);
        if (relation < 0
            || relation > Integer.MAX_VALUE
            || !context.knowsRelation((int) relation)) {
          throw invalid(name, value, "relation not found");
        }
        yield Long.toString(relation);
      }
    };
  }

  private boolean isSwitch(String name) {
    return find(name).filter(option -> option.kind() == Option.Kind.SWITCH).isPresent();
  }

  private Optional<Option> find(String name) {
    return options.stream().filter(option -> option.names().contains(name)).findFirst();
  }

  private static UsageFailure invalid(String name, String value, String reason) {
    return new UsageFailure(
        "invalid value " + GoText.quote(value) + " for option " + withMinus(name) + ": " + reason);
  }

  /** Shows one dash for a one-byte name, even where the caller wrote two. */
  private static String withMinus(String name) {
    return (GoText.bytes(name) > 1 ? "--" : "-") + name;
  }
}
