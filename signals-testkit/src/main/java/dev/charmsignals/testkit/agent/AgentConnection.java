package dev.charmsignals.testkit.agent;

import dev.charmsignals.gob.GobException;
import dev.charmsignals.gob.GobLimits;
import dev.charmsignals.gob.GobReader;
import dev.charmsignals.gob.GobStruct;
import dev.charmsignals.gob.GobWriter;
import dev.charmsignals.gob.JujucMessages;
import dev.charmsignals.hooktools.HookReply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;

/** One client's connection: reads its calls, has each answered by a thread of its own. */
final class AgentConnection implements Runnable {

  private final AgentSocket socket;
  private final int number;
  private final SocketChannel channel;
  private final Executor threads;
  private final Traffic traffic;
  private final CallCheck check;
  private final OutputStream out;
  private final GobWriter writer;
  private final List<String> commands = new ArrayList<>();
  private final Phaser unanswered = new Phaser(1);

  AgentConnection(AgentSocket socket, int number, SocketChannel channel, Executor threads) {
    this.socket = socket;
    this.number = number;
    this.channel = channel;
    this.threads = threads;
    this.traffic = socket.traffic();
    this.check = new CallCheck(socket.setting());
    this.out = new BufferedOutputStream(new ChannelOutput(channel));
    this.writer = new GobWriter(out, socket.setting().firstTypeId());
  }

  @Override
  public void run() {
    try (channel) {
      try {
        readCalls();
      } finally {
        unanswered.arriveAndAwaitAdvance(); // what it asked before is answered
      }
    } catch (IOException | GobException e) {
      // As net/rpc does: a client that breaks off or does not speak gob is left alone.
    } finally {
      traffic.closed();
      socket.closed(this);
    }
  }

  OpenConnection describe() {
    synchronized (commands) {
      return new OpenConnection(number, commands);
    }
  }

  void disconnect() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is as closed as it can be.
    }
  }

  private void readCalls() throws IOException {
    var in = new BufferedInputStream(new WatchedInput(Channels.newInputStream(channel), traffic));
    var reader = new GobReader(in, GobLimits.CALLS);
    while (true) {
      Optional<GobStruct> header = reader.read(JujucMessages.CALL_HEADER);
      if (header.isEmpty()) {
        return;
      }
      Optional<GobStruct> call = reader.read(JujucMessages.CALL_WITH_TOKEN);
      if (call.isEmpty()) {
        return;
      }
      synchronized (commands) {
        commands.add(call.get().text("CommandName"));
      }
      unanswered.register();
      threads.execute(() -> serve(header.get(), call.get()));
    }
  }

  private void serve(GobStruct header, GobStruct call) {
    try {
      Optional<String> error =
          check.errorInMethod(header.text("ServiceMethod")).or(() -> check.errorIn(call));
      CommandAnswer answer =
          error.isPresent()
              ? new CommandAnswer.Rejected(error.get())
              : socket.run(AgentCall.of(call));
      boolean ran = answer instanceof CommandAnswer.Ran;
      if (ran) {
        traffic.ran(call.text("CommandName"));
      }
      write(header, answer);
      if (ran) {
        traffic.answered(call.text("CommandName"));
      }
    } catch (IOException e) {
      // The client left without waiting for its answer.
    } finally {
      unanswered.arriveAndDeregister();
    }
  }

  private synchronized void write(GobStruct header, CommandAnswer answer) throws IOException {
    String method = header.text("ServiceMethod");
    long call = header.unsigned("Seq");
    if (answer instanceof CommandAnswer.Ran ran) {
      HookReply reply = ran.reply();
      writer.write(GobStruct.of(JujucMessages.ANSWER_HEADER, method, call, ""));
      writer.write(
          GobStruct.of(JujucMessages.ANSWER, (long) reply.code(), reply.stdout(), reply.stderr()));
    } else if (answer instanceof CommandAnswer.Rejected rejected) {
      writer.write(GobStruct.of(JujucMessages.ANSWER_HEADER, method, call, rejected.error()));
      writer.write(GobStruct.of(JujucMessages.PLACEHOLDER));
    }
    out.flush();
  }
}
