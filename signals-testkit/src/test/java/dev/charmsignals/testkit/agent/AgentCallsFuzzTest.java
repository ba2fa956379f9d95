package dev.charmsignals.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.gob.GobException;
import dev.charmsignals.gob.GobLimits;
import dev.charmsignals.gob.GobReader;
import dev.charmsignals.gob.GobStruct;
import dev.charmsignals.gob.JujucMessages;
import dev.charmsignals.hooktools.AgentSocketTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

/** The agent's socket, when the client is not a hook command. */
class AgentCallsFuzzTest {

  private static final String CONTEXT = "ping/0-start-1f";

  /** So much that its answers fit into the socket while the client still writes. */
  private static final int MOST = 8 << 10;

  private static final AgentSocket SOCKET = open();

  @Timeout(60)
  @FuzzTest
  void everyCallIsAnsweredAndOthersAreServedAfterwards(byte[] data) throws Exception {
    byte[] calls = data.length > MOST ? new byte[0] : data;

    byte[] answers;
    try (SocketChannel client =
        SocketChannel.open(UnixDomainSocketAddress.of(SOCKET.setting().path()))) {
      client.write(ByteBuffer.wrap(calls));
      client.shutdownOutput();
      answers = Channels.newInputStream(client).readAllBytes();
    }

    assertEquals(completeCalls(calls), completeAnswers(answers));
    assertEquals(Optional.empty(), SOCKET.failure());
    try (var other = AgentSocketTransport.connect(SOCKET.setting().path(), CONTEXT, Path.of("/"))) {
      assertEquals(new Shown(3, "out", "err"), Shown.of(other.run("both", List.of(), null)));
    }
  }

  private static int completeCalls(byte[] calls) throws IOException {
    var reader = new GobReader(new ByteArrayInputStream(calls), GobLimits.CALLS);
    int count = 0;
    try {
      while (reader.read(JujucMessages.CALL_HEADER).isPresent()
          && reader.read(JujucMessages.CALL_WITH_TOKEN).isPresent()) {
        count++;
      }
    } catch (GobException e) {
      // The agent leaves such a client alone once it has answered what came before.
    }
    return count;
  }

  private static int completeAnswers(byte[] answers) throws IOException {
    var reader = new GobReader(new ByteArrayInputStream(answers), GobLimits.ANSWERS);
    int count = 0;
    for (Optional<GobStruct> header = reader.read(JujucMessages.ANSWER_HEADER);
        header.isPresent();
        header = reader.read(JujucMessages.ANSWER_HEADER)) {
      boolean ran = header.get().text("Error").isEmpty();
      reader.read(ran ? JujucMessages.ANSWER : JujucMessages.PLACEHOLDER).orElseThrow();
      count++;
    }
    return count;
  }

  /** Runs the harmless ones of {@link EchoCommands}: those that do as they are told throw. */
  private static AgentSocket open() {
    try {
      Path directory = Files.createTempDirectory("fuzz");
      directory.toFile().deleteOnExit();
      Path path = directory.resolve("agent.socket");
      path.toFile().deleteOnExit();
      var echo = new EchoCommands();
      return AgentSocket.open(
          AgentSocketSetting.of(path, CONTEXT),
          (command, arguments, stdin, from) ->
              List.of("echo", "cat", "both").contains(command)
                  ? echo.run(command, arguments, stdin, from)
                  : CommandAnswer.unknownCommand(command));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
