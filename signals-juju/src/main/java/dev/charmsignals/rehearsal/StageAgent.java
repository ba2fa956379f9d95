package dev.charmsignals.rehearsal;

import dev.charmsignals.gob.GobLimits;
import dev.charmsignals.gob.GobReader;
import dev.charmsignals.gob.GobStruct;
import dev.charmsignals.gob.GobWriter;
import dev.charmsignals.gob.JujucMessages;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A socket that answers whatever it is asked, and remembers nothing. */
final class StageAgent {

  private static final byte[] NOTHING = new byte[0];

  private StageAgent() {}

  /** Listens until the process ends. */
  static void listen(Path socket) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    start(() -> accept(listener));
  }

  private static void accept(ServerSocketChannel listener) {
    try {
      while (true) {
        SocketChannel client = listener.accept();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers the calls of one hook, whose connection stays open as long as this process. */
  private static void serve(SocketChannel client) {
    try {
      GobReader reader =
          new GobReader(new BufferedInputStream(Channels.newInputStream(client)), GobLimits.CALLS);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(client));
      GobWriter writer = new GobWriter(out);
      Optional<GobStruct> header = reader.read(JujucMessages.CALL_HEADER);
      while (header.isPresent()) {
        Optional<GobStruct> call = reader.read(JujucMessages.CALL);
        if (call.isEmpty()) {
          return;
        }
        answer(header.get(), call.get(), writer);
        out.flush();
        header = reader.read(JujucMessages.CALL_HEADER);
      }
    } catch (IOException e) {
      // As an agent does with a client that breaks off.
    }
  }

  private static void answer(GobStruct header, GobStruct call, GobWriter writer)
      throws IOException {
    String arguments = String.join(" ", call.texts("Args"));
    String answer = Answers.of(call.text("CommandName"), arguments);
    writer.write(
        GobStruct.of(
            JujucMessages.ANSWER_HEADER, header.text("ServiceMethod"), header.unsigned("Seq"), ""));
    writer.write(
        GobStruct.of(JujucMessages.ANSWER, 0L, answer.getBytes(StandardCharsets.UTF_8), NOTHING));
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "stage-agent");
    thread.setDaemon(true);
    thread.start();
  }
}
