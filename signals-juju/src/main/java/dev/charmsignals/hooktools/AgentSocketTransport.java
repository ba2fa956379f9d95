package dev.charmsignals.hooktools;

import dev.charmsignals.gob.GobException;
import dev.charmsignals.gob.GobLimits;
import dev.charmsignals.gob.GobReader;
import dev.charmsignals.gob.GobShape;
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
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the agent's own protocol over its socket, so that no process is started (contract §6).
 *
 * <p>One connection carries all calls of a hook, one after the other. After a call that failed on
 * the way the connection is of no more use, and every further call fails.
 */
public final class AgentSocketTransport implements HookTransport {

  private static final byte[] NOTHING = new byte[0];

  private final SocketChannel channel;
  private final OutputStream out;
  private final GobWriter writer;
  private final GobReader reader;
  private final String contextId;
  private final String directory;
  private long sequence;

  private AgentSocketTransport(SocketChannel channel, String contextId, String directory) {
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
    this.writer = new GobWriter(out);
    this.reader =
        new GobReader(new BufferedInputStream(Channels.newInputStream(channel)), GobLimits.ANSWERS);
    this.contextId = contextId;
    this.directory = directory;
  }

  /**
   * Connects to the agent.
   *
   * @param socket the socket file, {@code JUJU_AGENT_SOCKET_ADDRESS}
   * @param contextId {@code JUJU_CONTEXT_ID}; the agent rejects every other
   * @param directory where relative names of files start; made absolute
   * @throws IOException when nobody listens there
   */
  public static AgentSocketTransport connect(Path socket, String contextId, Path directory)
      throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new AgentSocketTransport(channel, contextId, directory.toAbsolutePath().toString());
  }

  @Override
  public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
    try {
      HookReply reply = call(command, arguments, stdin);
      if (reply == null) {
        // Only reached without stdin. Whoever asks for it after all reads an empty one.
        reply = call(command, arguments, NOTHING);
      }
      return reply == null ? HookReply.refused(JujucMessages.STDIN_NEEDED) : reply;
    } catch (IOException | GobException e) {
      throw new HookToolException(command, "the connection to the agent failed", e);
    }
  }

  /** Calls once; returns null where the agent did nothing because it needs standard input. */
  private @Nullable HookReply call(String command, List<String> arguments, byte @Nullable [] stdin)
      throws IOException {
    long call = sequence++;
    writer.write(GobStruct.of(JujucMessages.CALL_HEADER, JujucMessages.METHOD, call));
    writer.write(
        GobStruct.of(
            JujucMessages.CALL,
            contextId,
            directory,
            command,
            arguments,
            stdin != null,
            stdin == null ? NOTHING : stdin));
    out.flush();
    GobStruct header = read(JujucMessages.ANSWER_HEADER);
    if (header.unsigned("Seq") != call) {
      throw new IOException("The agent answered another call than the one that was made");
    }
    String error = header.text("Error");
    if (!error.isEmpty()) {
      read(JujucMessages.PLACEHOLDER);
      return error.equals(JujucMessages.STDIN_NEEDED) ? null : HookReply.refused(error);
    }
    return reply(read(JujucMessages.ANSWER));
  }

  private static HookReply reply(GobStruct answer) throws IOException {
    long code = answer.signed("Code");
    if (code != (int) code) { // cut to an int it could pass for success
      throw new IOException("The agent answered with an exit status that does not exist");
    }
    return new HookReply(
        (int) code,
        answer.bytes("Stdout"),
        answer.bytes("Stderr"),
        answer.isCut("Stdout") || answer.isCut("Stderr"));
  }

  private GobStruct read(GobShape wanted) throws IOException {
    Optional<GobStruct> value = reader.read(wanted);
    if (value.isEmpty()) { // not a lambda: the first one of a process costs milliseconds
      throw new IOException("The agent closed the connection");
    }
    return value.get();
  }

  /** Closes the connection; the agent waits for this before it ends the hook. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
