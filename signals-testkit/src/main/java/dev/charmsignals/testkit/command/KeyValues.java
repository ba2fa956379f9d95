package dev.charmsignals.testkit.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings that relation-set and state-set are given: a file's, overridden by arguments. */
final class KeyValues {

  private KeyValues() {}

  /** Understands {@code key=value} arguments, white space at the ends of both not included. */
  static Map<String, String> parse(List<String> arguments) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String argument : arguments) {
      if (argument.isEmpty()) {
        continue;
      }
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new UsageFailure("expected \"key=value\", got " + GoText.quote(argument));
      }
      String key = GoText.trim(argument.substring(0, equals));
      String value = GoText.trim(argument.substring(equals + 1));
      if (key.isEmpty()) {
        throw new UsageFailure("expected \"key=value\", got \"=" + value + "\"");
      }
      if (settings.putIfAbsent(key, value) != null) {
        throw new UsageFailure("key " + GoText.quote(key) + " specified more than once");
      }
    }
    return settings;
  }

  /** Returns the settings of {@code --file}, if it was given, with the arguments' on top. */
  static Map<String, String> withFile(Call call, Map<String, String> fromArguments) {
    Optional<byte[]> file = call.file();
    if (file.isEmpty()) {
      return fromArguments;
    }
    Map<String, String> settings = YamlSettings.parse(file.get());
    settings.putAll(fromArguments);
    return settings;
  }
}
