package dev.charmsignals.rehearsal;

import java.util.List;

/** What hook commands answer in a rehearsal: a unit that another one has just signalled. */
final class Answers {

  static final String UNIT = "rehearsal/0";

  /** Those that are also there as programs. */
  static final List<String> COMMANDS =
      List.of(
          "config-get",
          "is-leader",
          "juju-log",
          "relation-get",
          "relation-ids",
          "relation-list",
          "relation-set",
          "state-get",
          "state-set",
          "status-get",
          "status-set");

  private static final String STATE =
      """
      {"charm-signals/channel/7":"{\\"id\\":\\"00000000000000aa\\",\\"head\\":0,\\"peers\\":\
      {\\"other/0\\":{\\"id\\":\\"00000000000000bb\\",\\"seq\\":1,\\"acked\\":1}}}"}
      """;

  private static final String BAG =
      """
      {"signal-2":"{\\"name\\":\\"news\\",\\"snapshot\\":{\\"text\\":\\"all is well\\",\\"size\\":3},\
      \\"at\\":\\"2026-01-01T00:00:00Z\\",\\"leader\\":true,\\"kept\\":true}",\
      "signals":"{\\"v\\":1,\\"id\\":\\"00000000000000bb\\",\\"head\\":2,\\"floor\\":0,\\"members\\":\
      {\\"00000000000000aa\\":1}}"}
      """;

  private Answers() {}

  /** Returns what a command writes to its standard output. */
  static String of(String command, String arguments) {
    return switch (command) {
      case "config-get" -> "{\"greeting\":\"hello\",\"size\":3}\n";
      case "is-leader" -> "true\n";
      case "relation-get" -> arguments.endsWith(UNIT) ? "{}\n" : BAG;
      case "relation-ids" -> arguments.contains("nobody") ? "[]\n" : "[\"channel:7\"]\n";
      case "relation-list" -> arguments.contains("--app") ? "\"other\"\n" : "[\"other/0\"]\n";
      case "state-get" -> STATE;
      case "status-get" -> "{\"message\":\"\",\"status\":\"unknown\",\"status-data\":{}}\n";
      case "action-get" -> "{\"whom\":\"you\",\"size\":3}\n";
      default -> "";
    };
  }
}
