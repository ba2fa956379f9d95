package dev.charmsignals.testkit.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The socket at which an agent takes hook commands during one hook (contract section 6).
 *
 * <p>Opened before the hook's process starts, closed when it has ended. Any number of connections
 * may be open and any number of calls on their way; one command runs at a time, and which of two
 * calls that wait comes first is not promised. As in Juju, closing waits until every client has
 * closed its connection. Safe for several threads.
 */
public final class AgentSocket implements AutoCloseable {

  private final AgentSocketSetting setting;
  private final AgentCommands commands;
  private final Traffic traffic;
  private final ServerSocketChannel listener;
  private final ExecutorService threads;
  private final List<AgentConnection> open = new ArrayList<>();
  private final List<String> commandsRun = new ArrayList<>();
  private final Object oneCommandAtATime = new Object();
  private int connectionCount;
  private boolean closing;
  private Optional<RuntimeException> failure = Optional.empty();

  private AgentSocket(
      AgentSocketSetting setting,
      AgentCommands commands,
      Traffic traffic,
      ServerSocketChannel listener) {
    this.setting = setting;
    this.commands = commands;
    this.traffic = traffic;
    this.listener = listener;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              var thread = new Thread(task, "agent-socket");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins to listen, at a file that only its owner can connect to.
   *
   * @throws IOException when the path cannot be bound
   */
  public static AgentSocket open(AgentSocketSetting setting, AgentCommands commands)
      throws IOException {
    return open(setting, commands, Traffic.UNWATCHED);
  }

  static AgentSocket open(AgentSocketSetting setting, AgentCommands commands, Traffic traffic)
      throws IOException {
    Files.deleteIfExists(setting.path());
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listener.bind(UnixDomainSocketAddress.of(setting.path()));
      Files.setPosixFilePermissions(setting.path(), PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    var socket = new AgentSocket(setting, commands, traffic, listener);
    socket.threads.execute(socket::accept);
    return socket;
  }

  /** Returns where and how it listens. */
  public AgentSocketSetting setting() {
    return setting;
  }

  /** Returns the commands that have run so far, in order; rejected calls are not among them. */
  public synchronized List<String> commandsRun() {
    return List.copyOf(commandsRun);
  }

  /** Returns how many connections were made so far. */
  public synchronized int connectionCount() {
    return connectionCount;
  }

  /** Returns who keeps {@link #close()} waiting. */
  public synchronized List<OpenConnection> openConnections() {
    return open.stream().map(AgentConnection::describe).toList();
  }

  /** Returns what the commands threw first, if they did: a fault of the simulation. */
  public synchronized Optional<RuntimeException> failure() {
    return failure;
  }

  /**
   * Stops listening, removes the file and waits until every client has closed its connection, for
   * ever if need be. Interrupting the waiting thread disconnects them.
   */
  @Override
  public void close() {
    try {
      stopListening();
      synchronized (this) {
        while (!open.isEmpty()) {
          wait();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      disconnect();
    }
    threads.shutdown();
  }

  /**
   * Does the same, but gives up after a time.
   *
   * @return whether every client has closed its connection; if not, {@link #disconnect()} helps
   */
  public boolean close(Duration patience) throws InterruptedException {
    stopListening();
    long end = System.nanoTime() + patience.toNanos();
    synchronized (this) {
      for (long left = end - System.nanoTime();
          !open.isEmpty() && left > 0;
          left = end - System.nanoTime()) {
        wait(left / 1_000_000 + 1);
      }
      if (!open.isEmpty()) {
        return false;
      }
    }
    threads.shutdown();
    return true;
  }

  /** Closes every connection from this side, which an agent never does: the way out of a hang. */
  public void disconnect() {
    List<AgentConnection> connections;
    synchronized (this) {
      connections = List.copyOf(open);
    }
    connections.forEach(AgentConnection::disconnect);
  }

  /** Breaks off as an agent that is killed: no more clients, and those that there are lose it. */
  void die() {
    stopListening();
    disconnect();
  }

  private void stopListening() {
    synchronized (this) {
      closing = true;
    }
    try {
      listener.close();
      Files.deleteIfExists(setting.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        serve(listener.accept());
      }
    } catch (IOException e) {
      // The listener was closed: no more clients.
    }
  }

  private void serve(SocketChannel channel) throws IOException {
    synchronized (this) {
      if (closing) {
        channel.close();
        return;
      }
      connectionCount++;
      var connection = new AgentConnection(this, connectionCount, channel, threads);
      open.add(connection);
      threads.execute(connection);
    }
  }

  Traffic traffic() {
    return traffic;
  }

  synchronized void closed(AgentConnection connection) {
    open.remove(connection);
    notifyAll();
  }

  /** Runs a command once no other runs. */
  CommandAnswer run(AgentCall call) {
    synchronized (oneCommandAtATime) {
      try {
        CommandAnswer answer =
            commands.run(call.command(), call.arguments(), call.stdin(), call.directory());
        if (answer instanceof CommandAnswer.Ran) {
          record(call.command());
        }
        return answer;
      } catch (RuntimeException e) {
        keep(e);
        return new CommandAnswer.Rejected("the simulated agent failed: " + e);
      }
    }
  }

  private synchronized void record(String command) {
    commandsRun.add(command);
  }

  private synchronized void keep(RuntimeException e) {
    failure = failure.isPresent() ? failure : Optional.of(e);
  }
}
