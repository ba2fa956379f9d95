package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.pebble.http.UpgradeRefusedException;
import dev.charmsignals.pebble.http.WebSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a command: one request, then a websocket for each stream. */
final class ExecStart {

  private ExecStart() {}

  static ExecProcess start(Daemon daemon, ExecCommand command) {
    Daemon.Answer answer = daemon.post("/v1/exec", json(command));
    String change = answer.requireChange();
    String task = Fields.of("a command", answer.result()).text("task-id");
    List<WebSocket> opened = new ArrayList<>();
    try {
      // The command starts when stdio and stderr are there, so its signals have a way by then.
      WebSocket control = open(daemon, task, "control", opened);
      WebSocket stdio = open(daemon, task, "stdio", opened);
      WebSocket stderr = command.splitStderr() ? open(daemon, task, "stderr", opened) : null;
      ExecProcess process =
          new ExecProcess(new Changes(daemon), change, command, control, stdio, stderr);
      process.begin();
      return process;
    } catch (IOException e) {
      opened.forEach(ExecStart::close);
      throw refused(daemon, change, e);
    }
  }

  private static WebSocket open(Daemon daemon, String task, String id, List<WebSocket> opened)
      throws IOException {
    WebSocket socket = daemon.webSocket("/v1/tasks/" + task + "/websocket/" + id);
    opened.add(socket);
    return socket;
  }

  /** Says why there is no websocket: what the change says, if it has failed. */
  private static RuntimeException refused(Daemon daemon, String change, IOException e) {
    RuntimeException failure =
        e instanceof UpgradeRefusedException
            ? new PebbleConnectionException(daemon.socket(), e)
            : daemon.failure("the request for a websocket", daemon.timeout(), e);
    try {
      new Changes(daemon).await(change, daemon.timeout());
    } catch (PebbleChangeException failed) {
      return failed;
    } catch (PebbleException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
    return failure;
  }

  static void close(WebSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  private static String json(ExecCommand command) {
    JsonWriter json = new JsonWriter().startObject();
    Pebble.names(json, "command", command.command());
    json.name("timeout").string(GoDuration.text(command.timeout()));
    json.name("split-stderr").bool(command.splitStderr());
    if (!command.environment().isEmpty()) {
      Settings.write(json.name("environment"), command.environment());
    }
    for (Map.Entry<String, Object> option : command.options().entrySet()) {
      Settings.write(json.name(option.getKey()), option.getValue());
    }
    return json.endObject().text();
  }
}
