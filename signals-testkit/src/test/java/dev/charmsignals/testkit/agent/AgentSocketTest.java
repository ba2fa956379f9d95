package dev.charmsignals.testkit.agent;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.gob.GobStruct;
import dev.charmsignals.gob.JujucMessages;
import dev.charmsignals.hooktools.AgentSocketTransport;
import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.HookToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AgentSocketTest {

  private static final String CONTEXT = "ping/0-start-1f";

  @TempDir private Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("agent.socket");
  }

  @ParameterizedTest
  @ValueSource(longs = {65, 66, 127, 128, 4711, 1L << 40})
  void answersCallsWhateverNumbersItsTypesHave(long firstTypeId) throws IOException {
    var setting = new AgentSocketSetting(path, CONTEXT, firstTypeId, Optional.empty());
    List<Shown> replies = new ArrayList<>();

    try (var socket = AgentSocket.open(setting, new EchoCommands());
        var client = connect()) {
      replies.add(Shown.of(client.run("echo", List.of("a", "", "ü\n"), null)));
      replies.add(Shown.of(client.run("fail", List.of("2", "no such flag"), null)));
      replies.add(Shown.of(client.run("nonsense", List.of(), null)));
      replies.add(Shown.of(client.run("both", List.of(), null)));
      assertEquals(List.of("echo", "fail", "both"), socket.commandsRun());
      assertEquals(1, socket.connectionCount());
    }

    assertEquals(
        List.of(
            new Shown(0, "a||ü\n in " + directory, ""),
            new Shown(2, "", "ERROR no such flag\n"),
            new Shown(1, "", "ERROR bad request: unknown command: nonsense\n"),
            new Shown(3, "out", "err")),
        replies);
  }

  @Test
  void handsOnStdinAndAsksForItWhereItIsMissing() throws IOException {
    byte[] large = new byte[5 << 20];
    new Random(1).nextBytes(large);

    try (var socket = open();
        var client = connect()) {
      assertArrayEquals(large, client.run("cat", List.of(), large).stdout());
      assertEquals(new Shown(0, "", ""), Shown.of(client.run("cat", List.of(), new byte[0])));
      assertEquals(new Shown(0, "", ""), Shown.of(client.run("cat", List.of(), null)));
      assertEquals(List.of("cat", "cat", "cat"), socket.commandsRun());
    }
  }

  @Test
  void cutsAnAnswerOfTwentyMebibytesAndGoesOn() throws IOException {
    try (var socket = open();
        var client = connect()) {
      HookReply large = client.run("fill", List.of(String.valueOf(20 << 20)), null);
      HookReply next = client.run("both", List.of(), null);

      byte[] kept = new byte[HookReply.MOST_OUTPUT];
      Arrays.fill(kept, (byte) 'x');
      assertTrue(large.truncated());
      assertArrayEquals(kept, large.stdout());
      assertEquals(new Shown(3, "out", "err"), Shown.of(next));
      assertFalse(next.truncated());
      assertEquals(1, socket.connectionCount());
    }
  }

  @Test
  void answersEveryPipelinedCall() throws IOException {
    Set<String> answers = new TreeSet<>();

    try (var socket = open();
        var client = new RawClient(path)) {
      for (int i = 0; i < 100; i++) {
        client.send(i, CONTEXT, "/d", "echo", "call " + i);
      }
      for (int i = 0; i < 100; i++) {
        answers.add(client.numberAndOutput());
      }
      assertEquals(100, socket.commandsRun().size());
    }

    assertEquals(
        IntStream.range(0, 100)
            .mapToObj(i -> i + ": call " + i + " in /d")
            .collect(Collectors.toCollection(TreeSet::new)),
        answers);
  }

  @Test
  void runsOneCommandAtATimeWhateverTheNumberOfConnections() throws Exception {
    var running = new AtomicInteger();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    AgentCommands counting =
        (command, arguments, stdin, from) -> {
          seen.add(running.incrementAndGet());
          Thread.yield();
          running.decrementAndGet();
          return new EchoCommands().run("both", arguments, stdin, from);
        };

    try (var socket = AgentSocket.open(AgentSocketSetting.of(path, CONTEXT), counting)) {
      Runnable hundredCalls =
          () -> {
            try (var client = connect()) {
              for (int i = 0; i < 100; i++) {
                client.run("count", List.of(), null);
              }
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          };
      var first = new Thread(hundredCalls);
      var second = new Thread(hundredCalls);
      first.start();
      second.start();
      first.join();
      second.join();
      assertEquals(2, socket.connectionCount());
    }

    assertEquals(Collections.nCopies(200, 1), seen);
  }

  @Test
  void refusesWhatAnAgentRefuses() throws IOException {
    List<String> errors = new ArrayList<>();

    try (var socket = open();
        var client = new RawClient(path)) {
      client.send(0, CONTEXT, "/d", "");
      errors.add(client.error());
      client.send(1, CONTEXT, "d", "echo");
      errors.add(client.error());
      client.send(2, "ping/0-start-00", "/d", "echo");
      errors.add(client.error());
      client.send(3, CONTEXT, "/d", "nonsense");
      errors.add(client.error());
      client.send(4, CONTEXT, "/d", "cat");
      errors.add(client.error());
      client.send(5, "Jujuc.Other", GobStruct.of(JujucMessages.PLACEHOLDER));
      errors.add(client.error());
      client.send(6, "Pebble.Main", GobStruct.of(JujucMessages.PLACEHOLDER));
      errors.add(client.error());
      client.send(7, "Main", GobStruct.of(JujucMessages.PLACEHOLDER));
      errors.add(client.error());
      client.send(8, CONTEXT, "/d", "both");
      assertEquals("8: out", client.numberAndOutput());
      assertEquals(List.of("both"), socket.commandsRun());
    }

    assertEquals(
        List.of(
            "bad request: command not specified",
            "bad request: Dir is not absolute",
            "bad request: wrong context ID; got \"ping/0-start-00\"",
            "bad request: unknown command: nonsense",
            "hook tool requires stdin, none supplied",
            "rpc: can't find method Jujuc.Other",
            "rpc: can't find service Pebble.Main",
            "rpc: service/method request ill-formed: Main"),
        errors);
  }

  @Test
  void checksTheTokenWhereTheAgentHasOne() throws IOException {
    var setting = new AgentSocketSetting(path, CONTEXT, 65, Optional.of("secret"));

    try (var socket = AgentSocket.open(setting, new EchoCommands());
        var client = new RawClient(path)) {
      client.send(0, CONTEXT, "/d", "both");
      String withoutToken = client.error();
      client.send(1, JujucMessages.METHOD, callWithToken("guessed"));
      String wrongToken = client.error();
      client.send(2, JujucMessages.METHOD, callWithToken("secret"));

      assertEquals("2: out", client.numberAndOutput());
      assertEquals("bad request: token does not match", withoutToken);
      assertEquals("bad request: token does not match", wrongToken);
      assertEquals(List.of("both"), socket.commandsRun());
    }
  }

  @Test
  void ignoresATokenWhereTheAgentHasNone() throws IOException {
    try (var socket = open();
        var client = new RawClient(path)) {
      client.send(0, JujucMessages.METHOD, callWithToken("whatever"));

      assertEquals("0: out", client.numberAndOutput());
      assertEquals(1, socket.connectionCount());
    }
  }

  @Test
  void hangsUpOnWhoDoesNotSpeakGobAndServesTheOthers() throws IOException {
    try (var socket = open();
        var client = connect();
        var stranger = new RawClient(path)) {
      stranger.sendBytes("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertTrue(stranger.isAtEnd());
      assertEquals(new Shown(3, "out", "err"), Shown.of(client.run("both", List.of(), null)));
      assertEquals(2, socket.connectionCount());
    }
  }

  @Test
  void keepsWhatACommandThrewAndTellsTheCaller() throws IOException {
    try (var socket = open();
        var client = connect()) {
      assertEquals(
          new Shown(
              1,
              "",
              "ERROR the simulated agent failed: "
                  + "java.lang.IllegalStateException: thrown on purpose\n"),
          Shown.of(client.run("throw", List.of(), null)));
      assertEquals("thrown on purpose", socket.failure().orElseThrow().getMessage());
    }
  }

  @Test
  void isAFileForItsOwnerOnlyAndOnlyWhileItIsOpen() throws IOException {
    Files.writeString(path, "left behind by an earlier hook");

    try (var socket = open()) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      assertEquals(0, socket.connectionCount());
    }

    assertFalse(Files.exists(path));
    assertThrows(IOException.class, this::connect);
  }

  @Test
  void namesAPathThatIsTooLongToBind() {
    Path tooLong = Path.of("/tmp/" + "d".repeat(103));

    var thrown =
        assertThrows(IllegalArgumentException.class, () -> AgentSocketSetting.of(tooLong, CONTEXT));

    assertEquals(
        "Socket path " + tooLong + " has 108 bytes; at most 107 can be bound, such as in /tmp",
        thrown.getMessage());
  }

  @Nested
  class WhenAClientKeepsItsConnectionOpen {

    @Test
    void closingWaitsForItAndSaysWhoItIs() throws Exception {
      AgentSocket socket = open();
      var orphan = connect();
      orphan.run("both", List.of(), null);
      orphan.run("echo", List.of(), null);
      var closing = new Thread(socket::close);
      closing.start();

      await("the file is removed").until(() -> !Files.exists(path));
      assertFalse(socket.close(Duration.ofMillis(1)));
      assertEquals(
          List.of(new OpenConnection(1, List.of("both", "echo"))), socket.openConnections());
      assertTrue(closing.isAlive());
      assertEquals(new Shown(3, "out", "err"), Shown.of(orphan.run("both", List.of(), null)));

      orphan.close();
      closing.join();
      assertEquals(List.of(), socket.openConnections());
    }

    @Test
    void disconnectingEndsTheWait() throws Exception {
      AgentSocket socket = open();
      try (var orphan = connect()) {
        orphan.run("both", List.of(), null);
        assertFalse(socket.close(Duration.ofMillis(1)));

        socket.disconnect();

        assertTrue(socket.close(Duration.ofSeconds(30)));
        assertThrows(HookToolException.class, () -> orphan.run("both", List.of(), null));
      }
    }
  }

  private AgentSocket open() throws IOException {
    return AgentSocket.open(AgentSocketSetting.of(path, CONTEXT), new EchoCommands());
  }

  private AgentSocketTransport connect() throws IOException {
    return AgentSocketTransport.connect(path, CONTEXT, directory);
  }

  private static GobStruct callWithToken(String token) {
    return GobStruct.of(
        JujucMessages.CALL_WITH_TOKEN, CONTEXT, "/d", "both", List.of(), false, new byte[0], token);
  }
}
