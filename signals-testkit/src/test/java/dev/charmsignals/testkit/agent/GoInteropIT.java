package dev.charmsignals.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.AgentSocketTransport;
import dev.charmsignals.hooktools.ExecutableTransport;
import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.HookTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our ends of the protocol against Go's, which is what Juju's agents and clients use. */
@Tag("any-jdk")
class GoInteropIT {

  private static final String CONTEXT = "ping/0-start-1f";

  @TempDir private static Path built;
  private static GoProgram program;

  @TempDir private Path directory;

  @BeforeAll
  static void buildProgram() throws Exception {
    program = GoProgram.build("interop.go.txt", built);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "old-client"})
  void answersGoClients(String kind) throws Exception {
    Path path = directory.resolve("agent.socket");

    try (var socket = AgentSocket.open(AgentSocketSetting.of(path, CONTEXT), new EchoCommands())) {
      assertEquals(
          List.of(
              "0 \"a||ü\\n in /d\" \"\"",
              "error bad request: unknown command: nonsense",
              "error hook tool requires stdin, none supplied",
              "0 \"in\\x00put\" \"\"",
              "3 \"out\" \"err\"",
              "rpc: can't find method Jujuc.Other",
              "rpc: can't find service Pebble.Main",
              "0 \"xxxxxxxxx"),
          program.lines(kind, path.toString(), CONTEXT, "/d"));
      assertEquals(54, socket.commandsRun().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "later-server"})
  void callsGoServersOverTheSocket(String kind) throws Exception {
    Path path = directory.resolve("agent.socket");
    Process server = startServer(kind, path);

    try (var client = AgentSocketTransport.connect(path, CONTEXT, directory);
        var stranger = AgentSocketTransport.connect(path, "guessed", directory)) {
      calls(client);
      assertEquals(
          new Shown(1, "", "ERROR bad request: wrong context ID; got \"guessed\"\n"),
          Shown.of(stranger.run("echo", List.of(), null)));
    } finally {
      stop(server);
    }
  }

  /** Checks the Perl client, which stands in for Juju's. */
  @Test
  void callsGoServersWithHookCommands() throws Exception {
    Path path = directory.resolve("agent.socket");
    var tools =
        ToolsDirectory.install(
            directory.resolve("tools"), List.of("echo", "cat", "fill", "fail", "nonsense"));
    Process server = startServer("server", path);

    try {
      calls(
          new ExecutableTransport(
              Map.of(
                  "PATH",
                  tools.path().toString(),
                  "JUJU_CONTEXT_ID",
                  CONTEXT,
                  "JUJU_AGENT_SOCKET_NETWORK",
                  "unix",
                  "JUJU_AGENT_SOCKET_ADDRESS",
                  path.toString()),
              directory));
    } finally {
      stop(server);
    }
  }

  private void calls(HookTransport client) throws IOException {
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);

    assertEquals(
        new Shown(0, "a||ü\n in " + directory.toRealPath(), ""),
        Shown.of(client.run("echo", List.of("a", "", "ü\n"), null)));
    assertArrayEquals(large, client.run("cat", List.of(), large).stdout());
    assertEquals(new Shown(0, "", ""), Shown.of(client.run("cat", List.of(), null)));
    HookReply filled = client.run("fill", List.of(), null);
    assertTrue(filled.truncated());
    assertArrayEquals(new byte[HookReply.MOST_OUTPUT], filled.stdout());
    assertEquals(
        new Shown(1, "", "ERROR bad request: unknown command: nonsense\n"),
        Shown.of(client.run("nonsense", List.of(), null)));
    assertEquals(new Shown(2, "", "ERROR failed\n"), Shown.of(client.run("fail", List.of(), null)));
  }

  private static Process startServer(String kind, Path path) throws IOException {
    Process server = program.start(kind, path.toString(), CONTEXT);
    byte[] ready = server.getInputStream().readNBytes(6);
    assertEquals("ready\n", new String(ready, "UTF-8"));
    return server;
  }

  /** Ends the server as it ends by itself: its standard input does. */
  private static void stop(Process server) throws Exception {
    server.getOutputStream().close();
    server.waitFor();
  }
}
