package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.gob.GobLimits;
import dev.charmsignals.gob.GobReader;
import dev.charmsignals.gob.GobStruct;
import dev.charmsignals.gob.JujucMessages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The client of the agent's socket, when what answers is not an agent. */
class AgentAnswersFuzzTest {

  /** What a socket takes before anybody reads it, so that one thread can play both sides. */
  private static final int MOST = 64 << 10;

  private static final ServerSocketChannel AGENT = listen();

  @FuzzTest
  void everyCallEndsWithAReplyOrAFailureThatSaysSo(byte[] data) throws Exception {
    Hostile.bounded(data.length, () -> check(data));
  }

  private static void check(byte[] data) throws IOException {
    Path path = ((UnixDomainSocketAddress) AGENT.getLocalAddress()).getPath();
    try (var transport = AgentSocketTransport.connect(path, "ping/0-start-1f", Path.of("/"));
        SocketChannel agent = AGENT.accept()) {
      agent.write(ByteBuffer.wrap(data, 0, Math.min(data.length, MOST)));
      agent.shutdownOutput();
      for (int call = 0; call < 3; call++) {
        HookReply reply = transport.run("relation-get", List.of("-"), null);
        if (call == 0) {
          assertEquals(statusOfTheFirst(data), reply.code());
        }
        if (reply.stdout().length + reply.stderr().length > data.length + 100) {
          throw new AssertionError("the reply is longer than what was sent");
        }
      }
    } catch (HookToolException e) {
      Hostile.assertTellsNothing(e);
    }
  }

  /** The exit status of the first answer, with nothing cut from it; 1 where it is a refusal. */
  private static long statusOfTheFirst(byte[] data) throws IOException {
    var reader = new GobReader(new ByteArrayInputStream(data), GobLimits.ANSWERS);
    for (int attempt = 0; attempt < 2; attempt++) {
      GobStruct header = reader.read(JujucMessages.ANSWER_HEADER).orElseThrow();
      if (header.text("Error").isEmpty()) {
        return reader.read(JujucMessages.ANSWER).orElseThrow().signed("Code");
      }
      reader.read(JujucMessages.PLACEHOLDER);
      if (!header.text("Error").equals(JujucMessages.STDIN_NEEDED)) {
        break;
      }
    }
    return 1;
  }

  private static ServerSocketChannel listen() {
    try {
      Path directory = Files.createTempDirectory("fuzz");
      directory.toFile().deleteOnExit();
      Path path = directory.resolve("agent.socket");
      path.toFile().deleteOnExit();
      return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
          .bind(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
