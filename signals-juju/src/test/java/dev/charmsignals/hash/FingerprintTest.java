package dev.charmsignals.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The hash by which secrets are recognised that are not kept. */
class FingerprintTest {

  @Test
  void isTheSha256OfJavaItselfForEveryLengthAroundItsBlocks() throws NoSuchAlgorithmException {
    MessageDigest java = MessageDigest.getInstance("SHA-256");
    StringBuilder text = new StringBuilder();
    for (int length = 0; length <= 200; length++) {
      String message = text.toString();
      assertEquals(
          HexFormat.of().formatHex(java.digest(message.getBytes(StandardCharsets.UTF_8))),
          Fingerprint.of(message),
          "of " + length + " characters");
      text.append((char) ('é' + length * 37 % 500));
    }
  }
}
