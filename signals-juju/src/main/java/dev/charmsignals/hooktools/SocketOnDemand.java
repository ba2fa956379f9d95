package dev.charmsignals.hooktools;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent's socket, or hook commands where nobody listens at it; which of them is found out by
 * the first call.
 *
 * <p>Hooks that nobody observes make none, and connecting takes longer than all else they do.
 */
final class SocketOnDemand implements HookTransport {

  private final Map<String, String> environment;
  private final Path directory;
  private @Nullable HookTransport found;

  SocketOnDemand(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.directory = directory;
  }

  @Override
  public HookReply run(String command, List<String> arguments, byte @Nullable [] stdin) {
    if (found == null) {
      found = HookTransports.socketOrExecutables(environment, directory);
    }
    return found.run(command, arguments, stdin);
  }

  @Override
  public void close() {
    if (found != null) {
      found.close();
    }
  }
}
