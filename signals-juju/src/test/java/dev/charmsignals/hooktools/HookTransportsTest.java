package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookTransportsTest {

  @TempDir private Path directory;
  private Path path;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void describeTheAgent() {
    path = directory.resolve("agent.socket");
    environment.put("JUJU_CONTEXT_ID", "ping/0-start-1f");
    environment.put("JUJU_AGENT_SOCKET_NETWORK", "unix");
    environment.put("JUJU_AGENT_SOCKET_ADDRESS", path.toString());
  }

  @Test
  void takesTheSocketWhereItIsAFileAndTheCommandsOtherwise() throws IOException {
    try (var agent = listen()) {
      assertChosen(SocketOnDemand.class);

      environment.put("CHARM_SIGNALS_TRANSPORT", "exec");
      assertChosen(ExecutableTransport.class);
      environment.put("CHARM_SIGNALS_TRANSPORT", "socket");
      assertChosen(AgentSocketTransport.class);
      environment.put("CHARM_SIGNALS_TRANSPORT", "");
      assertChosen(SocketOnDemand.class);

      environment.put("JUJU_AGENT_SOCKET_NETWORK", "tcp");
      assertChosen(ExecutableTransport.class);
      environment.put("JUJU_AGENT_SOCKET_NETWORK", "unix");
      environment.put("JUJU_AGENT_SOCKET_ADDRESS", "@" + path);
      assertChosen(ExecutableTransport.class);
      environment.remove("JUJU_AGENT_SOCKET_ADDRESS");
      assertChosen(ExecutableTransport.class);
      assertSame(true, agent.isOpen());
    }
  }

  @Test
  void takesTheCommandsWhereNobodyListensAtTheSocket() throws IOException {
    assertChosen(ExecutableTransport.class);

    Files.createFile(path);
    Path command = directory.resolve("is-leader");
    Files.writeString(command, "#!/bin/sh\necho true\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    environment.put("PATH", directory.toString());
    try (HookTransport transport = HookTransports.choose(environment, directory)) {
      HookReply reply = transport.run("is-leader", List.of(), null);

      assertEquals("true\n", new String(reply.stdout(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void connectsWhenTheFirstCommandIsRunAndNotBefore() throws IOException {
    try (var agent = listen();
        var transport = HookTransports.choose(environment, directory)) {
      agent.configureBlocking(false);
      assertNull(agent.accept());

      agent.configureBlocking(true);
      var call = CompletableFuture.supplyAsync(() -> transport.run("is-leader", List.of(), null));
      agent.accept().close();

      var thrown = assertThrows(CompletionException.class, call::join);
      assertInstanceOf(HookToolException.class, thrown.getCause());
    }
  }

  @Test
  void refusesAnUnknownWay() {
    environment.put("CHARM_SIGNALS_TRANSPORT", "carrier-pigeon");

    assertRefused(
        "CHARM_SIGNALS_TRANSPORT",
        "carrier-pigeon",
        "CHARM_SIGNALS_TRANSPORT is \"carrier-pigeon\"; "
            + "it can be \"socket\" or \"exec\", or be left out");
  }

  @Test
  void saysWhyTheSocketThatWasAskedForCannotBeUsed() {
    environment.put("CHARM_SIGNALS_TRANSPORT", "socket");
    assertRefused(
        "JUJU_AGENT_SOCKET_ADDRESS",
        path.toString(),
        "CHARM_SIGNALS_TRANSPORT is \"socket\", but the agent does not answer at " + path);

    environment.put("JUJU_AGENT_SOCKET_ADDRESS", "@/x");
    assertRefused(
        "JUJU_AGENT_SOCKET_ADDRESS",
        "@/x",
        "CHARM_SIGNALS_TRANSPORT is \"socket\", but Java cannot connect to unix @/x");

    environment.remove("JUJU_CONTEXT_ID");
    assertRefused("JUJU_CONTEXT_ID", "", "JUJU_CONTEXT_ID is not set; Juju sets it for every hook");
  }

  private void assertChosen(Class<? extends HookTransport> expected) {
    try (HookTransport transport = HookTransports.choose(environment, directory)) {
      assertSame(expected, transport.getClass());
    }
  }

  private void assertRefused(String variable, String value, String message) {
    var thrown =
        assertThrows(
            HookTransportException.class, () -> HookTransports.choose(environment, directory));
    assertEquals(message, thrown.getMessage());
    assertEquals(variable, thrown.variable());
    assertEquals(value, thrown.value());
  }

  private ServerSocketChannel listen() throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(path));
  }
}
