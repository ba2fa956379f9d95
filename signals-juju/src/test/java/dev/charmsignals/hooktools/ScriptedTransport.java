package dev.charmsignals.hooktools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes every call as one line, and always answers the same. */
final class ScriptedTransport implements HookTransport {

  final List<String> calls = new ArrayList<>();
  private final HookReply reply;

  ScriptedTransport(String stdout) {
    this(new HookReply(0, stdout.getBytes(StandardCharsets.UTF_8), new byte[0]));
  }

  ScriptedTransport(HookReply reply) {
    this.reply = reply;
  }

  @Override
  public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
    String line = command + " " + String.join(" ", arguments);
    calls.add(stdin == null ? line : line + " < " + new String(stdin, StandardCharsets.UTF_8));
    return reply;
  }

  @Override
  public void close() {}
}
