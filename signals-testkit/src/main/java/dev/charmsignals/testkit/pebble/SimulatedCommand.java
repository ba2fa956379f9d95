package dev.charmsignals.testkit.pebble;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a program does when a charm runs it in a simulated container. Called on a thread of the
 * simulated Pebble, which is interrupted when the command is killed.
 */
@FunctionalInterface
public interface SimulatedCommand {

  /**
   * Runs it.
   *
   * @return the exit code
   * @throws Exception whatever goes wrong; the command then ends with 70
   */
  int run(CommandCall call) throws Exception;

  /** A program that writes a text to its output and ends well. */
  static SimulatedCommand printing(String output) {
    return exiting(0, output, "");
  }

  /** A program that writes texts to its outputs, and ends with an exit code. */
  static SimulatedCommand exiting(int exitCode, String output, String error) {
    return call -> {
      write(call.stdout(), output);
      write(call.stderr(), error);
      return exitCode;
    };
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
