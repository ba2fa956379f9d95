package dev.charmsignals.hooktools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Chooses how a hook reaches its agent, from the environment that the agent gave it.
 *
 * <p>The socket where it is a file, as from Juju 3.6 on; otherwise the hook commands, because older
 * agents listen where Java cannot connect (contract §6.1).
 */
public final class HookTransports {

  /** The variable that forces one way: {@code socket} or {@code exec}. */
  public static final String OVERRIDE = "CHARM_SIGNALS_TRANSPORT";

  private static final String ADDRESS = "JUJU_AGENT_SOCKET_ADDRESS";
  private static final String NETWORK = "JUJU_AGENT_SOCKET_NETWORK";
  private static final String CONTEXT = "JUJU_CONTEXT_ID";

  private HookTransports() {}

  /**
   * Returns the way to the agent. Nothing is connected yet, unless {@link #OVERRIDE} asks for it.
   *
   * @param environment the hook's environment
   * @param directory the hook's working directory
   * @throws HookTransportException when {@link #OVERRIDE} has an unknown value, or asks for a
   *     socket that cannot be reached
   */
  public static HookTransport choose(Map<String, String> environment, Path directory) {
    String override = environment.getOrDefault(OVERRIDE, "");
    switch (override) {
      case "exec":
        return new ExecutableTransport(environment, directory);
      case "socket":
        return socket(environment, directory);
      case "":
        return hasSocketFile(environment)
            ? new SocketOnDemand(environment, directory)
            : new ExecutableTransport(environment, directory);
      default:
        throw new HookTransportException(
            OVERRIDE,
            override,
            OVERRIDE
                + " is \""
                + override
                + "\"; it can be \"socket\" or \"exec\", or be left out");
    }
  }

  private static boolean hasSocketFile(Map<String, String> environment) {
    String address = environment.getOrDefault(ADDRESS, "");
    return "unix".equals(environment.get(NETWORK))
        && !address.startsWith("@")
        && !environment.getOrDefault(CONTEXT, "").isEmpty()
        && !address.isEmpty()
        && Files.exists(Path.of(address));
  }

  /** Connects to the agent, or leaves it to the hook commands to find it. */
  static HookTransport socketOrExecutables(Map<String, String> environment, Path directory) {
    try {
      return AgentSocketTransport.connect(
          Path.of(environment.getOrDefault(ADDRESS, "")),
          environment.getOrDefault(CONTEXT, ""),
          directory);
    } catch (IOException e) {
      // Nothing was sent, and the commands of this agent find their own way to it.
      return new ExecutableTransport(environment, directory);
    }
  }

  private static HookTransport socket(Map<String, String> environment, Path directory) {
    String network = required(environment, NETWORK);
    String address = required(environment, ADDRESS);
    String contextId = required(environment, CONTEXT);
    if (!network.equals("unix") || address.startsWith("@")) {
      throw new HookTransportException(
          ADDRESS,
          address,
          OVERRIDE + " is \"socket\", but Java cannot connect to " + network + " " + address);
    }
    try {
      return AgentSocketTransport.connect(Path.of(address), contextId, directory);
    } catch (IOException e) {
      throw new HookTransportException(
          ADDRESS,
          address,
          OVERRIDE + " is \"socket\", but the agent does not answer at " + address,
          e);
    }
  }

  private static String required(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    if (value.isEmpty()) {
      throw new HookTransportException(
          variable, "", variable + " is not set; Juju sets it for every hook");
    }
    return value;
  }
}
