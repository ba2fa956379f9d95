package dev.charmsignals.testkit.world;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What the program of an action printed, which becomes part of the results. */
final class RunOutput {

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  synchronized void stdout(byte[] line) {
    stdout.writeBytes(line);
    stdout.write('\n');
  }

  synchronized void stderr(byte[] line) {
    stderr.writeBytes(line);
    stderr.write('\n');
  }

  synchronized String stdout() {
    return stdout.toString(StandardCharsets.UTF_8);
  }

  synchronized String stderr() {
    return stderr.toString(StandardCharsets.UTF_8);
  }

  /** Adds what there is to an action's results; bytes that are no text as base64. */
  synchronized void addTo(Map<String, Object> results) {
    add(results, "stdout", stdout.toByteArray());
    add(results, "stderr", stderr.toByteArray());
  }

  private static void add(Map<String, Object> results, String key, byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    try {
      results.put(
          key, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      results.put(key, Base64.getEncoder().encodeToString(bytes));
      results.put(key + "-encoding", "base64");
    }
  }
}
