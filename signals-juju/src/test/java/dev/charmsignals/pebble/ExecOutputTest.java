package dev.charmsignals.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is kept of an output when its command has ended and a misbehaving peer goes on. */
class ExecOutputTest {

  private static final int CHUNK = 1 << 16;

  private static ExecOutput flooded(int limit) throws IOException {
    ExecOutput output = new ExecOutput(limit);
    output.comeToAnEnd();
    for (int i = 0; i < 1_000; i++) {
      output.add(new byte[CHUNK]);
    }
    return output;
  }

  @Test
  void keepsNoMoreAfterTheEndThanCanHaveBeenOnItsWay() throws IOException {
    ExecOutput output = flooded(1_000);

    assertEquals(1 << 20, output.available());
    assertTrue(output.isTooLarge());
  }

  @Test
  void keepsAsMuchAsIsCollected() throws IOException {
    assertEquals(3 << 20, flooded(3 << 20).available());
  }

  @Test
  void tellsAReaderThatSomethingWasThrownAway() throws IOException {
    ExecOutput output = flooded(1_000);
    output.end(null);

    assertEquals(1 << 20, output.readNBytes(1 << 20).length);
    IOException thrown = assertThrows(IOException.class, output::read);
    assertEquals("The output of the command is longer than is kept", thrown.getMessage());
  }

  @Test
  void losesNothingOfWhatWasOnItsWayToAReader() throws IOException {
    ExecOutput output = new ExecOutput(1_000);
    for (int i = 0; i < 4; i++) {
      output.add(new byte[CHUNK]);
    }
    output.comeToAnEnd();
    for (int i = 0; i < 12; i++) {
      output.add(new byte[CHUNK]);
    }
    output.end(null);

    assertEquals(16 * CHUNK, output.readAllBytes().length);
  }
}
