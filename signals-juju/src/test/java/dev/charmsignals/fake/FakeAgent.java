package dev.charmsignals.fake;

import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.HookTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers hook commands from a map and records them, with what they were fed after a {@code <}. */
public final class FakeAgent implements HookTransport {

  private final Map<String, String> answers =
      new HashMap<>(
          Map.of(
              "state-get",
              "null",
              "status-get --include-data",
              "{\"message\":\"\",\"status\":\"unknown\",\"status-data\":{}}",
              "status-get --include-data --application",
              "{\"application-status\":{\"message\":\"\",\"status\":\"unknown\",\"units\":{}}}"));
  private final Map<String, String> defaults = new HashMap<>();
  private final Map<String, String> failures = new HashMap<>();
  private final List<String> calls = new ArrayList<>();

  /** Answers a command line, written without {@code --format json}, with a line of JSON. */
  public FakeAgent answer(String commandLine, String json) {
    answers.put(commandLine, json);
    return this;
  }

  /** Answers every command of a name that has no answer of its own. */
  public FakeAgent answerAny(String command, String output) {
    defaults.put(command, output);
    return this;
  }

  /** Lets every command of a name fail. */
  public FakeAgent fail(String command, String reason) {
    failures.put(command, reason);
    return this;
  }

  /** Returns the command lines so far, without {@code --format json}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(arguments);
    int format = words.indexOf("--format");
    if (format >= 0) {
      words.subList(format, format + 2).clear();
    }
    String commandLine = String.join(" ", words);
    calls.add(
        stdin == null
            ? commandLine
            : commandLine + " < " + new String(stdin, StandardCharsets.UTF_8).strip());
    if (failures.containsKey(command)) {
      return HookReply.refused(failures.get(command));
    }
    return reply(answers.getOrDefault(commandLine, defaults.getOrDefault(command, "")));
  }

  private static HookReply reply(String stdout) {
    return new HookReply(0, stdout.getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  @Override
  public void close() {}
}
