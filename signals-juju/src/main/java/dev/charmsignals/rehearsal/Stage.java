package dev.charmsignals.rehearsal;

import dev.charmsignals.charm.CharmMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a rehearsal takes place: a directory with the files of its charm, a socket that answers as
 * an agent does, and hook commands that do.
 *
 * @param directory the directory
 */
record Stage(Path directory) {

  private static final String METADATA =
      """
      name: rehearsal
      requires:
        channel:
          interface: rehearsal
        nobody:
          interface: rehearsal
      """;

  private static final String ACTIONS =
      """
      greet:
        description: Greets.
      """;

  /** The most bytes that Linux takes for the path of a socket. */
  private static final int SOCKET_PATH = 107;

  static Stage open(Path directory) throws IOException {
    Files.writeString(directory.resolve("metadata.yaml"), METADATA);
    Files.writeString(directory.resolve("actions.yaml"), ACTIONS);
    for (String command : Answers.COMMANDS) {
      Path answer = directory.resolve(command + ".json");
      Path tool = directory.resolve(command);
      Files.writeString(answer, Answers.of(command, ""));
      Files.writeString(
          tool,
          "#!/bin/sh\ncase $* in *nobody*) echo '[]' ;; *) exec cat '" + answer + "' ;; esac\n");
      if (!tool.toFile().setExecutable(true)) {
        throw new IOException(tool + " cannot be made executable");
      }
    }
    Stage stage = new Stage(directory);
    int length = stage.socket().toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > SOCKET_PATH) {
      throw new IOException(
          "The path of a socket has at most "
              + SOCKET_PATH
              + " bytes, and "
              + stage.socket()
              + " has "
              + length
              + "; use a directory for temporary files with a shorter path, as with"
              + " MAVEN_OPTS=-Djava.io.tmpdir=/tmp");
    }
    StageAgent.listen(stage.socket());
    return stage;
  }

  /** Whether hook commands can be run here, which they cannot where it is mounted "noexec". */
  boolean runsCommands() {
    return Answers.COMMANDS.stream().map(directory::resolve).allMatch(Files::isExecutable);
  }

  private Path socket() {
    return directory.resolve("agent.socket");
  }

  /** Runs one hook of the charm that is made for it. */
  void play(Scene scene) {
    Map<String, String> environment = surroundings();
    environment.put("JUJU_DISPATCH_PATH", scene.path());
    environment.put("JUJU_CHARM_DIR", directory.toString());
    environment.putAll(scene.variables());
    int status = CharmMain.run(StageCharm::new, environment);
    if (status != 0) {
      throw new IllegalStateException("The rehearsal of " + scene.path() + " failed: " + status);
    }
  }

  /** Returns what a hook that concerns nothing in particular finds in its environment. */
  Map<String, String> surroundings() {
    // What the process itself has is read, too, as a hook reads it.
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("JUJU_CHARM_DIR", Path.of("").toAbsolutePath().toString());
    environment.put("JUJU_DISPATCH_PATH", "hooks/update-status");
    environment.put("JUJU_UNIT_NAME", Answers.UNIT);
    environment.put("JUJU_MODEL_NAME", "rehearsal");
    environment.put("JUJU_MODEL_UUID", "00000000-0000-4000-8000-000000000000");
    environment.put("JUJU_VERSION", "4.0.0");
    environment.put("JUJU_CONTEXT_ID", "rehearsal/0-update-status-0");
    environment.put("JUJU_AGENT_SOCKET_NETWORK", "unix");
    environment.put("JUJU_AGENT_SOCKET_ADDRESS", socket().toString());
    environment.put("PATH", directory + ":/usr/bin:/bin");
    return environment;
  }
}
