package dev.charmsignals.testkit.agent;

import dev.charmsignals.hooktools.HookReply;
import java.nio.charset.StandardCharsets;

/** A reply as text, so that whole replies can be compared. */
record Shown(int code, String stdout, String stderr) {

  static Shown of(HookReply reply) {
    return new Shown(
        reply.code(), new String(reply.stdout(), StandardCharsets.UTF_8), reply.error());
  }
}
