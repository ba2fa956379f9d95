package dev.charmsignals.testkit.agent;

import dev.charmsignals.gob.GobLimits;
import dev.charmsignals.gob.GobReader;
import dev.charmsignals.gob.GobStruct;
import dev.charmsignals.gob.GobWriter;
import dev.charmsignals.gob.JujucMessages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/** A client that can send what a well-behaved one does not. */
final class RawClient implements AutoCloseable {

  private final SocketChannel channel;
  private final GobWriter writer;
  private final GobReader reader;

  RawClient(Path socket) throws IOException {
    this.channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    this.writer = new GobWriter(Channels.newOutputStream(channel));
    this.reader =
        new GobReader(new BufferedInputStream(Channels.newInputStream(channel)), GobLimits.ANSWERS);
  }

  void send(long number, String method, GobStruct call) throws IOException {
    writer.write(GobStruct.of(JujucMessages.CALL_HEADER, method, number));
    writer.write(call);
  }

  void send(long number, String contextId, String directory, String command, String... arguments)
      throws IOException {
    send(
        number,
        JujucMessages.METHOD,
        GobStruct.of(
            JujucMessages.CALL,
            contextId,
            directory,
            command,
            List.of(arguments),
            false,
            new byte[0]));
  }

  void sendBytes(byte[] bytes) throws IOException {
    channel.write(ByteBuffer.wrap(bytes));
  }

  /** Reads an answer and returns its error. */
  String error() throws IOException {
    GobStruct header = reader.read(JujucMessages.ANSWER_HEADER).orElseThrow();
    reader.read(JujucMessages.PLACEHOLDER).orElseThrow();
    return header.text("Error");
  }

  /** Reads an answer and returns the number of its call and its standard output. */
  String numberAndOutput() throws IOException {
    GobStruct header = reader.read(JujucMessages.ANSWER_HEADER).orElseThrow();
    GobStruct answer = reader.read(JujucMessages.ANSWER).orElseThrow();
    return header.unsigned("Seq") + ": " + new String(answer.bytes("Stdout"), "UTF-8");
  }

  /** Says whether the agent has closed the connection. */
  boolean isAtEnd() throws IOException {
    return reader.read(JujucMessages.ANSWER_HEADER).isEmpty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
