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
  private @Nullable Throwable failure;
  private @Nullable RunningCommand running;
  private boolean unwanted;

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
      RunningCommand started = transport.start(line, null);
      synchronized (this) {
        running = started;
        if (unwanted) {
          started.end();
        }
      }
      reply = started.reply();
    } catch (Throwable e) { // it is thrown to who asks
      failure = e;
    }
  }

  /** Waits for the command to end and returns what it answered, or throws what running it did. */
  HookReply reply() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      throw new HookToolException(line.get(0), "it was interrupted", e);
    }
    if (failure instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (failure instanceof Error thrown) {
      throw thrown;
    }
    return Objects.requireNonNull(reply);
  }

  /** Ends the command, whose answer nobody wants any more. */
  synchronized void end() {
    unwanted = true;
    if (running != null) {
      running.end();
    }
  }
}
