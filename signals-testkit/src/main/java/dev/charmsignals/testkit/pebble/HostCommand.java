package dev.charmsignals.testkit.pebble;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Runs a program of the machine that the test runs on, in the container's directory. */
final class HostCommand implements SimulatedCommand {

  @Override
  public int run(CommandCall call) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(call.command());
    builder.environment().putAll(call.environment());
    builder.directory(call.root().resolve(call.workingDirectory().substring(1)).toFile());
    Process process = builder.start();
    call.onSignal(name -> signal(process, name));
    try {
      Thread in = copy("stdin", call.stdin(), process.getOutputStream());
      Thread out = copy("stdout", process.getInputStream(), call.stdout());
      Thread error = copy("stderr", process.getErrorStream(), call.stderr());
      int exitCode = process.waitFor();
      in.interrupt();
      out.join(TimeUnit.SECONDS.toMillis(10));
      error.join(TimeUnit.SECONDS.toMillis(10));
      return exitCode;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void signal(Process process, String name) {
    try {
      new ProcessBuilder("kill", "-s", name.substring("SIG".length()), "" + process.pid()).start();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private static Thread copy(String name, InputStream from, OutputStream to) {
    Thread thread =
        new Thread(
            () -> {
              byte[] buffer = new byte[16 * 1024];
              try {
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                  to.write(buffer, 0, n);
                  to.flush();
                }
                if (name.equals("stdin")) {
                  to.close();
                }
              } catch (IOException e) {
                // One of both has ended.
              }
            },
            "simulated-pebble-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
