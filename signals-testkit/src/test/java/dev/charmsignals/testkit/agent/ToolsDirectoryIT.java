package dev.charmsignals.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.ExecutableTransport;
import dev.charmsignals.hooktools.HookReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hook commands as processes, called by the transport that charms use for them. */
@Timeout(60)
class ToolsDirectoryIT {

  private static final String CONTEXT = "ping/0-start-1f";
  private static final List<String> COMMANDS =
      List.of("echo", "cat", "fail", "both", "fill", "nonsense");

  @TempDir private Path directory;
  private Path path;
  private Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void installCommands() throws IOException {
    path = directory.resolve("agent.socket");
    var tools = ToolsDirectory.install(directory.resolve("tools"), COMMANDS);
    environment.put("PATH", tools.searchPath("/usr/bin:/bin"));
    environment.put("JUJU_CONTEXT_ID", CONTEXT);
    environment.put("JUJU_AGENT_SOCKET_NETWORK", "unix");
    environment.put("JUJU_AGENT_SOCKET_ADDRESS", path.toString());
  }

  @Test
  void handsArgumentsAndDirectoryToTheAgent() throws IOException {
    try (var socket = open()) {
      assertEquals(
          new Shown(0, "--format=json|| two words |\n|=ü in " + directory.toRealPath(), ""),
          run("echo", "--format=json", "", " two words ", "\n", "=ü"));
      assertEquals(List.of("echo"), socket.commandsRun());
    }
  }

  @Test
  void printsWhatTheAgentAnswersAndExitsWithItsStatus() throws IOException {
    try (var socket = open()) {
      assertEquals(new Shown(3, "out", "err"), run("both"));
      assertEquals(new Shown(2, "", "ERROR no such flag\n"), run("fail", "2", "no such flag"));
      assertEquals(
          new Shown(1, "", "ERROR bad request: unknown command: nonsense\n"), run("nonsense"));
      assertEquals(3, socket.connectionCount());
    }
  }

  @Test
  void sendsStdinOnTheSameConnectionOnceItIsAskedForIt() throws IOException {
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);

    try (var socket = open()) {
      assertArrayEquals(large, transport().run("cat", List.of(), large).stdout());
      assertEquals(new Shown(0, "", ""), run("cat"));
      assertEquals(2, socket.connectionCount());
      assertEquals(List.of("cat", "cat"), socket.commandsRun());
    }
  }

  @Test
  void cutsAnAnswerOfTwentyMebibytes() throws IOException {
    try (var socket = open()) {
      HookReply reply = transport().run("fill", List.of(String.valueOf(20 << 20)), null);

      assertTrue(reply.truncated());
      assertEquals(HookReply.MOST_OUTPUT, reply.stdout().length);
      assertEquals(0, reply.code());
      assertEquals(1, socket.connectionCount());
    }
  }

  @Test
  void saysWhichVariableIsMissing() {
    environment.put("JUJU_CONTEXT_ID", "");
    assertEquals(new Shown(1, "", "ERROR JUJU_CONTEXT_ID not set\n"), run("both"));

    environment.put("JUJU_CONTEXT_ID", CONTEXT);
    environment.remove("JUJU_AGENT_SOCKET_ADDRESS");
    assertEquals(new Shown(1, "", "ERROR JUJU_AGENT_SOCKET_ADDRESS not set\n"), run("both"));
  }

  @Test
  void isRefusedOnceItsHookIsOver() throws IOException {
    try (var socket = AgentSocket.open(AgentSocketSetting.of(path, "next"), new EchoCommands())) {
      assertEquals(
          new Shown(1, "", "ERROR bad request: wrong context ID; got \"ping/0-start-1f\"\n"),
          run("both"));
      assertEquals(List.of(), socket.commandsRun());
    }

    assertEquals(
        new Shown(1, "", "ERROR dial unix " + path + ": connect: no such file or directory\n"),
        run("both"));
  }

  @Test
  void leavesATraceOfEachProcess() throws IOException {
    Path trace = directory.resolve("trace");
    environment.put(ToolsDirectory.TRACE, trace.toString());

    try (var socket = open()) {
      run("both");
      run("echo");
      run("both");
      assertEquals(3, socket.connectionCount());
    }

    assertEquals(List.of("both", "echo", "both"), Files.readAllLines(trace));
  }

  @Test
  void saysThatPerlIsMissing() {
    var thrown =
        assertThrows(
            MissingProgramException.class,
            () -> ToolsDirectory.install(directory, COMMANDS, "/nowhere"));

    assertEquals("perl", thrown.program());
    assertEquals(
        "Hook commands for other processes need perl, and it is not on the PATH \"/nowhere\"; "
            + "install it, such as with \"apt-get install perl-base\"",
        thrown.getMessage());
  }

  private AgentSocket open() throws IOException {
    return AgentSocket.open(AgentSocketSetting.of(path, CONTEXT), new EchoCommands());
  }

  private ExecutableTransport transport() {
    return new ExecutableTransport(environment, directory);
  }

  private Shown run(String command, String... arguments) {
    return Shown.of(transport().run(command, List.of(arguments), null));
  }
}
