package dev.charmsignals.hooktools;

import java.nio.charset.StandardCharsets;

/**
 * What a hook command answered.
 *
 * <p>A call that the agent refused as a whole has code 1 and {@code ERROR <reason>} on stderr, as
 * Juju's own client would print it (contract §6.5). The arrays belong to the reply: do not change
 * them. A record of arrays is equal only to itself.
 *
 * @param code the exit status: 0 is success, 1 a failure while running, 2 bad arguments
 * @param stdout what the command wrote to standard output, or its first {@link #MOST_OUTPUT} bytes
 * @param stderr what it wrote to standard error, cut in the same way
 * @param truncated whether any of it was cut
 */
public record HookReply(int code, byte[] stdout, byte[] stderr, boolean truncated) {

  /** The most bytes of output that are kept: what a remote wrote must not exhaust the memory. */
  public static final int MOST_OUTPUT = 16 << 20;

  /** A reply that was kept whole. */
  public HookReply(int code, byte[] stdout, byte[] stderr) {
    this(code, stdout, stderr, false);
  }

  /** Returns the reply of a call that was refused as a whole: status 1 and the reason. */
  public static HookReply refused(String reason) {
    byte[] stderr = ("ERROR " + reason + "\n").getBytes(StandardCharsets.UTF_8);
    return new HookReply(1, new byte[0], stderr);
  }

  /** Returns standard output as text. */
  public String text() {
    return new String(stdout, StandardCharsets.UTF_8);
  }

  /** Returns standard error as text; never payload, only what the agent says. */
  public String error() {
    return new String(stderr, StandardCharsets.UTF_8);
  }
}
