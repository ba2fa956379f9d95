package dev.charmsignals.hooktools;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hook command that runs on a thread of its own, from when it is foreseen until it is asked for.
 *
 * <p>Not only its process takes time: starting the first one does, and from JDK 25 on Java then
 * looks through all jars for a logger that might want to know.
 */
final class ForeseenCommand implements Runnable {

  private final ExecutableTransport transport;
  private final List<String> line;
  private final Thread thread;
  private @Nullable HookReply reply;
  private @Nullable HookToolException failure;

  ForeseenCommand(ExecutableTransport transport, List<String> line) {
    this.transport = transport;
    this.line = line;
    thread = new Thread(this, line.get(0));
    thread.setDaemon(true); // a hook that was told to end does not wait for it
    thread.start();
  }

  @Override
  public void run() {
    try {
      reply = transport.reply(line, null);
    } catch (HookToolException e) {
      failure = e;
    }
  }

  /** Waits for the command to end and returns what it answered. */
  HookReply reply() {
    end();
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(reply);
  }

  /** Waits for the command to end. */
  void end() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HookToolException(line.get(0), "it was interrupted", e);
    }
  }
}
