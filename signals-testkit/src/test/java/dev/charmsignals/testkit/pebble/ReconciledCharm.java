package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.HookRun;
import dev.charmsignals.charm.HookSetting;
import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.HookTransport;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.reconciler.PebbleService;
import dev.charmsignals.reconciler.Reconciler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A charm whose reconciler has one component, the services of a container. Its hooks are run by
 * themselves, with no more of Juju than they ask for, and what they keep is there in the next one.
 */
final class ReconciledCharm implements HookTransport {

  private static final String METADATA =
      """
      name: app
      containers:
        workload: {}
      """;

  private final Path directory;
  private final List<String> statuses = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private final Map<String, String> state = new TreeMap<>();
  private Layer layer = Layer.empty();
  private UnaryOperator<PebbleService> files = UnaryOperator.identity();

  /** Makes a charm whose container has not come up. */
  ReconciledCharm(Path directory) throws IOException {
    this.directory = directory;
    Files.writeString(directory.resolve("metadata.yaml"), METADATA);
  }

  /** Lets the container come up, with the Pebble that listens on a socket. */
  ReconciledCharm connect(Path socket) throws IOException {
    Path container = Files.createDirectories(directory.resolve("containers/workload"));
    Files.createSymbolicLink(container.resolve("pebble.socket"), socket);
    return this;
  }

  ReconciledCharm layer(Layer layer) {
    this.layer = layer;
    return this;
  }

  ReconciledCharm file(String path, String text) {
    return file(path, text, FileOptions.usual());
  }

  ReconciledCharm file(String path, String text, FileOptions options) {
    this.files = service -> service.file(path, () -> text, options);
    return this;
  }

  /** Runs a config-changed and returns the status that it shows. */
  String reconcile() {
    statuses.clear();
    Map<String, String> environment =
        Map.of(
            "JUJU_UNIT_NAME", "app/0",
            "JUJU_DISPATCH_PATH", "hooks/config-changed",
            "CHARM_SIGNALS_CONTAINERS", directory.resolve("containers").toString());
    HookSetting setting = new HookSetting(environment, directory, this, Clock.systemUTC(), () -> 1);
    assertEquals(0, HookRun.run(this::charm, setting), log::toString);
    assertEquals(1, statuses.size(), statuses::toString);
    return statuses.get(0);
  }

  String log() {
    return log.toString();
  }

  private Charm charm(CharmContext context) {
    Reconciler reconciler = new Reconciler(context);
    reconciler.add(files.apply(new PebbleService("service", context, "workload", () -> layer)));
    reconciler.installDefaultHandlers();
    return new Charm(context) {};
  }

  @Override
  public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
    String answer =
        switch (command) {
          case "is-leader" -> "true";
          case "state-get" -> "{" + String.join(",", state.values()) + "}";
          case "status-get" -> "{\"status\":\"unknown\",\"message\":\"\",\"status-data\":{}}";
          default -> "";
        };
    if (command.equals("status-set")) {
      statuses.add(String.join(" ", arguments.subList(1, arguments.size())));
    } else if (command.equals("juju-log")) {
      log.append(arguments.get(arguments.size() - 1)).append('\n');
    } else if (command.equals("state-set") && stdin != null) {
      // A line for each, with nothing in it that JSON would spell in another way.
      new String(stdin, StandardCharsets.UTF_8)
          .lines()
          .forEach(entry -> state.put(entry.substring(1, entry.indexOf("\": ")), entry));
    } else if (command.equals("state-delete")) {
      state.remove(arguments.get(arguments.size() - 1));
    }
    return new HookReply(0, answer.getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  @Override
  public void close() {}
}
