package dev.charmsignals.testkit.command;

/** What a command answers to {@code --help}: its usage, its purpose and its flags. */
final class Help {

  private Help() {}

  static String of(HookCommand command) {
    StringBuilder out = new StringBuilder("Usage: ").append(command.name());
    if (!command.options().isEmpty()) {
      out.append(" [options]");
    }
    if (!command.arguments().isEmpty()) {
      out.append(' ').append(command.arguments());
    }
    out.append("\n\nSummary:\n").append(command.summary()).append('\n');
    if (!command.options().isEmpty()) {
      out.append("\nOptions:\n");
    }
    for (Option option : command.options()) {
      String separator = "";
      for (String name : option.names()) {
        out.append(separator).append(name.length() == 1 ? "-" : "--").append(name);
        separator = ", ";
      }
      out.append("\n    ").append(option.summary()).append('\n');
    }
    return out.toString();
  }
}
