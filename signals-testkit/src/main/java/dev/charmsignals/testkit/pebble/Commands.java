package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.ChannelInput;
import dev.charmsignals.pebble.http.ChannelOutput;
import dev.charmsignals.pebble.http.Handshake;
import dev.charmsignals.pebble.http.HttpHead;
import dev.charmsignals.pebble.http.UnixChannel;
import dev.charmsignals.pebble.http.WebSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The programs of a container, and the commands that run. For any thread. */
final class Commands {

  private static final int MAX_MESSAGE = 16 * 1024 * 1024;
  private static final String TASKS = "/v1/tasks/";

  private final DaemonState state;
  private final Map<String, SimulatedCommand> programs = new ConcurrentHashMap<>();
  private final Map<String, RunningCommand> tasks = new ConcurrentHashMap<>();
  private volatile Optional<SimulatedCommand> others = Optional.empty();

  Commands(DaemonState state) {
    this.state = state;
  }

  void install(String program, SimulatedCommand command) {
    programs.put(program, command);
  }

  void installOthers(SimulatedCommand command) {
    others = Optional.of(command);
  }

  Reply exec(Map<String, @Nullable Object> request) {
    List<String> command = Trees.texts(request.get("command"));
    if (command.isEmpty()) {
      throw new Refusal(400, "must specify command");
    }
    SimulatedCommand program = find(command.get(0));
    if (request.get("group") != null && request.get("user") == null) {
      throw new Refusal(400, "must specify user, not just group");
    }
    String directory = Trees.text(request, "working-dir");
    if (!directory.isEmpty() && !Files.isDirectory(state.root.resolve(directory.substring(1)))) {
      throw new Refusal(
          500, "cannot call exec: working directory \"" + directory + "\" does not exist");
    }
    String timeout = Trees.text(request, "timeout");
    if (!timeout.isEmpty()) {
      GoTime.parse(timeout);
    }
    SimulatedChange change =
        state.changes.begin("exec", "Execute command \"" + command.get(0) + "\"");
    SimulatedChange.Step step = state.changes.step(change, "exec", change.summary);
    RunningCommand running = new RunningCommand(state, change, step, program, request);
    tasks.put(step.id, running);
    state.inBackground("exec", running::run);
    return Reply.async(
        change.id,
        Map.of(
            "task-id",
            step.id,
            "environment",
            Trees.object(request.get("environment")),
            "working-dir",
            directory.isEmpty() ? "/" : directory));
  }

  private SimulatedCommand find(String program) {
    SimulatedCommand command = programs.get(program);
    if (command != null) {
      return command;
    }
    boolean missing = program.startsWith("/") && !Files.exists(Path.of(program));
    return others
        .filter(other -> !missing)
        .orElseThrow(() -> new Refusal(400, "cannot find executable \"" + program + "\""));
  }

  /** Makes a connection one of a command's websockets, and stays with it to its end. */
  void attach(HttpHead head, UnixChannel connection, ChannelInput in, ChannelOutput out)
      throws IOException {
    String path = head.start().split(" ")[1];
    String[] names =
        path.startsWith(TASKS) ? path.substring(TASKS.length()).split("/") : path.split("");
    if (names.length != 3 || !names[1].equals("websocket") || tasks.get(names[0]) == null) {
      throw new Refusal(404, "cannot find task");
    }
    RunningCommand command = tasks.get(names[0]);
    WebSocket socket = new WebSocket(connection, in, false, MAX_MESSAGE);
    out.write(
        """
        HTTP/1.1 101 Switching Protocols\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Accept: %s\r
        \r
        """
            .formatted(Handshake.answer(head.header("sec-websocket-key").orElse("")))
            .getBytes(StandardCharsets.UTF_8));
    command.attach(names[2], socket);
    switch (names[2]) {
      case "control" -> control(command, socket);
      case "stdio" -> feed(command, socket);
      default -> socket.receive();
    }
  }

  private static void feed(RunningCommand command, WebSocket socket) throws IOException {
    try {
      Optional<WebSocket.Message> message = socket.receive();
      while (message.isPresent()) {
        if (!message.get().isText()) {
          command.stdin().add(message.get().bytes());
        } else if (isOrder(message.get(), "end")) {
          command.stdin().end();
        }
        message = socket.receive();
      }
    } finally {
      command.stdin().end();
    }
  }

  private static void control(RunningCommand command, WebSocket socket) throws IOException {
    try {
      Optional<WebSocket.Message> message = socket.receive();
      while (message.isPresent()) {
        if (isOrder(message.get(), "signal")) {
          Map<String, @Nullable Object> order = Trees.readJson(message.get().bytes());
          command.signal(Trees.text(Trees.object(order.get("signal")), "name"));
        }
        message = socket.receive();
      }
      if (!socket.tookLeave()) {
        command.signal("SIGKILL");
      }
    } catch (IOException e) {
      command.signal("SIGKILL");
      throw e;
    }
  }

  private static boolean isOrder(WebSocket.Message message, String order) {
    try {
      return order.equals(Trees.readJson(message.bytes()).get("command"));
    } catch (Refusal e) {
      return false;
    }
  }

  void kill(String changeId) {
    tasks.values().stream()
        .filter(command -> command.changeId().equals(changeId))
        .forEach(command -> command.signal("SIGKILL"));
  }

  void killAll() {
    tasks.values().forEach(command -> command.signal("SIGKILL"));
    tasks.clear();
  }
}
