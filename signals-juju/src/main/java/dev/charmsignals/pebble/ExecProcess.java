package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.pebble.http.WebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A command that runs in a container.
 *
 * <p>Wait for its end with {@link #output}, which collects what it writes, or {@link #exitCode},
 * which does not; or read and write its streams meanwhile. Each stream is for one thread. Closing
 * it kills a command that still runs (with a Pebble before v1.24 it is left alone) and ends the
 * threads that belong to it.
 */
public final class ExecProcess implements AutoCloseable {

  /** What Pebble may take after the end of the command's time. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** What is on its way when the command has ended. */
  private static final long REST_MILLIS = 5_000;

  private final Changes changes;
  private final String changeId;
  private final ExecCommand command;
  private final WebSocket control;
  private final WebSocket stdio;
  private final @Nullable WebSocket error;
  private final ExecInput stdin;
  private final ExecOutput stdout;
  private final ExecOutput stderr;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable Change change;
  private volatile @Nullable RuntimeException failure;
  private volatile boolean closed;

  ExecProcess(
      Changes changes,
      String changeId,
      ExecCommand command,
      WebSocket control,
      WebSocket stdio,
      @Nullable WebSocket error) {
    this.changes = changes;
    this.changeId = changeId;
    this.command = command;
    this.control = control;
    this.stdio = stdio;
    this.error = error;
    this.stdin = new ExecInput(stdio);
    this.stdout = new ExecOutput(command.outputLimit());
    this.stderr = new ExecOutput(command.outputLimit());
  }

  void begin() {
    thread("stdout", () -> receive(stdio, stdout));
    WebSocket second = error;
    if (second == null) {
      stderr.end(null);
    } else {
      thread("stderr", () -> receive(second, stderr));
    }
    if (command.stdin().isPresent()) {
      byte[] input = command.stdin().get();
      thread("stdin", () -> feed(input));
    }
    thread("end", this::watch);
  }

  /** Returns the number of the change that it is for Pebble. */
  public String changeId() {
    return changeId;
  }

  /**
   * Returns what it reads; closing it is the end of its input, and so is waiting for its end. Not
   * to be used when the command was given its input.
   */
  public OutputStream stdin() {
    return stdin;
  }

  /** Returns what it writes; it waits when nobody reads much of it. */
  public InputStream stdout() {
    return stdout;
  }

  /** Returns what it writes to its standard error; nothing if that is combined. */
  public InputStream stderr() {
    return stderr;
  }

  /** Sends it a signal by its whole name, such as {@code SIGTERM}; unknown ones are ignored. */
  public void signal(String name) {
    JsonWriter json = new JsonWriter().startObject().name("command").string("signal");
    json.name("signal").startObject().name("name").string(name);
    order(json.endObject().endObject().text());
  }

  /** Tells it the size of its terminal. */
  public void resize(int width, int height) {
    JsonWriter json = new JsonWriter().startObject().name("command").string("resize");
    json.name("resize").startObject().name("width").number(width);
    order(json.name("height").number(height).endObject().endObject().text());
  }

  /**
   * Waits until it has ended, and returns its exit code: 128 + N when signal N ended it. What it
   * writes and nobody has read is thrown away.
   *
   * @throws PebbleChangeException when it could not be run, or ran too long
   */
  public int exitCode() {
    stdout.discard();
    stderr.discard();
    return await();
  }

  /**
   * Waits until it has ended, and returns what it wrote and nobody has read yet.
   *
   * @throws PebbleExecException when it ended with another exit code than 0
   * @throws PebbleChangeException when it could not be run, or ran too long
   * @throws PebbleLimitException when it wrote more than is collected
   */
  public ExecResult output() {
    stdout.collect();
    stderr.collect();
    int exitCode = await();
    if (stdout.isTooLarge() || stderr.isTooLarge()) {
      throw new PebbleLimitException(
          "The output of \"" + command.command().get(0) + "\"",
          command.outputLimit(),
          "read it from stdout() and stderr(), or set another outputLimit");
    }
    ExecResult result = new ExecResult(exitCode, stdout.collected(), stderr.collected());
    if (exitCode != 0) {
      throw new PebbleExecException(command.command(), result);
    }
    return result;
  }

  private int await() {
    try {
      if (command.stdin().isEmpty()) {
        endInput();
      }
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new PebbleTimeoutException(
          "A command, until its thread was interrupted", Duration.ZERO);
    }
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
    Change ended = change;
    if (ended == null) {
      throw new IllegalStateException("The command was closed before its end was awaited");
    }
    return ended.tasks().stream()
        .map(Task::exitCode)
        .filter(code -> code.isPresent())
        .findFirst()
        .orElseThrow(() -> new PebbleProtocolException("the exit code of a command is missing"))
        .getAsInt();
  }

  private void endInput() {
    try {
      stdin.close();
    } catch (IOException e) {
      // It has ended without reading to the end.
    }
  }

  /** Waits for the change, so that whoever waits for a stream is woken when it is over. */
  private void watch() {
    try {
      Change ended = changes.awaitReady(changeId, command.timeout().plus(GRACE));
      stdout.comeToAnEnd();
      stderr.comeToAnEnd();
      if (ended.error().isPresent()) {
        failure = new PebbleChangeException(ended.error().get(), ended);
      } else if (!stdout.awaitEnd(REST_MILLIS) || !stderr.awaitEnd(REST_MILLIS)) {
        failure = new PebbleProtocolException("the output of a command has no end");
      }
      change = ended;
    } catch (PebbleTimeoutException e) {
      failure = new PebbleTimeoutException("A command in the container", command.timeout());
    } catch (RuntimeException e) {
      failure = e;
    } catch (IOException e) {
      failure = new PebbleProtocolException("the output of a command was not awaited", e);
    } finally {
      hangUp();
      over.countDown();
    }
  }

  private void receive(WebSocket socket, ExecOutput output) {
    try {
      while (true) {
        Optional<WebSocket.Message> message = socket.receive();
        if (message.isEmpty()) {
          output.end(new IOException("The connection ended"));
          return;
        }
        if (!message.get().isText()) {
          output.add(message.get().bytes());
        } else if (isEnd(message.get().text())) {
          output.end(null);
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      output.end(new IOException("The connection failed", e));
    }
  }

  private void feed(byte[] input) {
    try {
      stdin.write(input);
      stdin.close();
    } catch (AsynchronousCloseException e) {
      // It has ended without reading to the end.
    } catch (IOException e) {
      // The daemon reads no more, or is gone, which the change will tell.
    }
  }

  /** A text that is something else is skipped, as it may come from a newer Pebble. */
  static boolean isEnd(String text) {
    try {
      return "end".equals(JsonReader.readObject(text).get("command"));
    } catch (MalformedException e) {
      return false;
    }
  }

  private void order(String json) {
    try {
      control.sendText(json);
    } catch (ClosedChannelException e) {
      // It has ended: there is nobody left to be told.
    } catch (IOException e) {
      if (over.getCount() > 0) {
        throw changes.failure(e);
      }
    }
  }

  private void hangUp() {
    stdio.stopSending();
    if (!closed && failure == null) {
      try {
        control.sendClose(); // without it the command would be killed
      } catch (IOException e) {
        // The daemon hung up first.
      }
    }
    ExecStart.close(stdio);
    if (error != null) {
      ExecStart.close(error);
    }
    ExecStart.close(control);
    stdout.end(null);
    stderr.end(null);
  }

  private void thread(String stream, Runnable work) {
    Thread thread = new Thread(work, "pebble-exec-" + changeId + "-" + stream);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    if (over.getCount() > 0) {
      closed = true;
      stdout.discard();
      stderr.discard();
      hangUp();
    }
  }
}
