package dev.charmsignals.pebble;

import java.nio.charset.StandardCharsets;

/** How a command ended, and what it wrote. Immutable. */
public final class ExecResult {

  private final int exitCode;
  private final byte[] stdout;
  private final byte[] stderr;

  ExecResult(int exitCode, byte[] stdout, byte[] stderr) {
    this.exitCode = exitCode;
    this.stdout = stdout.clone();
    this.stderr = stderr.clone();
  }

  /** Returns its exit code; 128 + N when signal N ended it. */
  public int exitCode() {
    return exitCode;
  }

  /** Returns its output as text. */
  public String stdout() {
    return new String(stdout, StandardCharsets.UTF_8);
  }

  /** Returns what it wrote to its standard error as text; empty if that was combined. */
  public String stderr() {
    return new String(stderr, StandardCharsets.UTF_8);
  }

  /** Returns its output. */
  public byte[] stdoutBytes() {
    return stdout.clone();
  }

  /** Returns what it wrote to its standard error. */
  public byte[] stderrBytes() {
    return stderr.clone();
  }

  /** Says how much there is, not what. */
  @Override
  public String toString() {
    return "ExecResult[exit code %d, %d bytes of stdout, %d of stderr]"
        .formatted(exitCode, stdout.length, stderr.length);
  }
}
