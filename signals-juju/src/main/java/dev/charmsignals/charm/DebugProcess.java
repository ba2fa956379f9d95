package dev.charmsignals.charm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a hook in another JVM like this one, which a Java debugger can attach to.
 *
 * <p>A JVM takes the debugger's agent only when it starts, so {@link CharmMain} starts a second one
 * when {@code JUJU_DEBUG_AT} is set. Its agent waits for nobody until {@link BreakpointReached} is
 * thrown.
 */
final class DebugProcess {

  private DebugProcess() {}

  /** Whether the hook is to stop at a breakpoint and this JVM cannot. */
  static boolean isWanted(Map<String, String> environment) {
    return !environment.getOrDefault(Breakpoints.VARIABLE, "").isBlank()
        && System.getProperty(Breakpoints.PORT) == null
        && Files.exists(agent())
        && Files.exists(Path.of("/proc/self/cmdline"));
  }

  /** Runs the hook and returns its exit status. */
  static int run() {
    try {
      Process process = new ProcessBuilder(command(freePort())).inheritIO().start();
      return process.waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("The JVM for a debugger could not be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Ends this process with the one that started it, which is the one that Juju kills. */
  static void endWithParent() {
    if (System.getProperty(Breakpoints.PORT) == null) {
      return; // ProcessHandle brings threads, which take a hook milliseconds
    }
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isPresent()) {
      parent.get().onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }
  }

  private static List<String> command(int port) throws IOException {
    // ProcessHandle knows no arguments beyond the first 4096 bytes, which a class path can have.
    String line = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>(Arrays.asList(line.split("\0", -1)));
    words.remove(words.size() - 1); // each word ends in NUL
    words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add(
        1,
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,onthrow="
            + BreakpointReached.class.getName()
            + ",launch=true,address=127.0.0.1:"
            + port);
    words.add(2, "-D" + Breakpoints.PORT + "=" + port);
    return words;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path agent() {
    return Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("jdwp"));
  }
}
