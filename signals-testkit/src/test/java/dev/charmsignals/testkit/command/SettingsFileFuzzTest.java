package dev.charmsignals.testkit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.hooktools.HookTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a charm sets is what Juju's YAML parser reads, and that parser survives anything else. */
class SettingsFileFuzzTest {

  private static final int LONGEST_KEY = 128;

  /** Keeps what the last command read from its standard input. */
  private static final class Captured implements HookTransport {
    private final List<byte[]> stdin = new ArrayList<>();

    @Override
    public HookReply run(String command, List<String> arguments, byte @Nullable [] input) {
      stdin.add(Objects.requireNonNull(input));
      return new HookReply(0, new byte[0], new byte[0]);
    }

    @Override
    public void close() {}
  }

  @FuzzTest
  void whatIsSetIsWhatIsRead(byte[] data) {
    Map<String, String> settings = settings(data);
    var transport = new Captured();
    new HookTools(transport).stateSet(settings);

    assertEquals(expected(settings), YamlSettings.parse(transport.stdin.get(0)));
    try {
      YamlSettings.parse(data);
    } catch (CommandFailure e) {
      // So says Juju's parser as well.
    }
  }

  /** Keys and values in turn, between tildes; a caret is half a surrogate pair. */
  private static Map<String, String> settings(byte[] data) {
    Map<String, String> settings = new LinkedHashMap<>();
    String[] parts = new String(data, StandardCharsets.UTF_8).replace("^", "\ud800").split("~", -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      String key = parts[i].substring(0, Math.min(parts[i].length(), LONGEST_KEY));
      settings.put(key, parts[i + 1]);
    }
    return settings;
  }

  /** UTF-8 has no half pairs. */
  private static Map<String, String> expected(Map<String, String> settings) {
    Map<String, String> expected = new LinkedHashMap<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      expected.put(whole(setting.getKey()), whole(setting.getValue()));
    }
    return expected;
  }

  private static String whole(String text) {
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
