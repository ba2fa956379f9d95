package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes to the log; {@code --debug} wins over a level, and an unknown level is a warning. */
record JujuLog() implements HookCommand {

  @Override
  public String name() {
    return "juju-log";
  }

  @Override
  public String arguments() {
    return "<message>";
  }

  @Override
  public String summary() {
    return "Write a message to the Juju log.";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.on("debug", "log at debug level"),
        new Option(
            List.of("l", "log-level"), Option.Kind.TEXT, "Send log message at the given level"),
        Option.OLD_FORMAT);
  }

  @Override
  public void run(Call call) {
    List<String> words = call.flags().positionals();
    if (words.isEmpty()) {
      throw new UsageFailure("no message specified");
    }
    call.warnOfOldFormat(name());
    CommandContext context = call.context();
    LogLevel level = level(call);
    OptionalInt relation = context.hookRelation();
    String prefix =
        relation.isPresent()
            ? context.endpointOf(relation.getAsInt()) + ":" + relation.getAsInt() + ": "
            : "";
    context.log(level, prefix + String.join(" ", words));
  }

  private static LogLevel level(Call call) {
    if (call.flags().on("debug")) {
      return LogLevel.DEBUG;
    }
    String word = call.flags().text("l").orElse("INFO");
    Optional<LogLevel> level = LogLevel.parse(word);
    if (level.isEmpty()) {
      call.context()
          .log(LogLevel.WARNING, "Specified log level of " + GoText.quote(word) + " is not valid");
    }
    return level.orElse(LogLevel.INFO);
  }
}
