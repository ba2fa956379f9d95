package dev.charmsignals.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.util.Map;
import java.util.Objects;

/**
 * Single texts of a workload container's Pebble: a line of the logs, the word that a command has
 * ended, the identities that it lists.
 */
class PebbleTextsFuzzTest {

  @FuzzTest
  void everyTextIsReadAsWhatItSaysOrRefused(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text));
  }

  private static void check(String text) {
    Map<?, ?> object = object(text);
    assertEquals("end".equals(object.get("command")), ExecProcess.isEnd(text));
    try {
      LogLine line = Logs.line(text);
      assertEquals(Objects.requireNonNullElse(object.get("service"), ""), line.service());
      assertEquals(Objects.requireNonNullElse(object.get("message"), ""), line.message());
    } catch (PebbleProtocolException e) {
      Hostile.assertTellsNothing(e);
    }
    try {
      Identities.of(object).forEach((name, identity) -> check(object.get(name), identity));
    } catch (PebbleProtocolException e) {
      Hostile.assertTellsNothing(e);
    }
  }

  /** Nobody becomes another user, least of all root, because a number is cut. */
  private static void check(Object written, Identity identity) {
    if (written instanceof Map<?, ?> fields
        && fields.get("local") instanceof Map<?, ?> local
        && local.get("user-id") instanceof Long number) {
      int user = identity.userId().orElseThrow();
      assertTrue(number == user || number == Integer.toUnsignedLong(user), number + " is " + user);
    }
    if (!identity.access().contains(Hostile.PAYLOAD)) {
      Hostile.assertTellsNothing(identity.toString());
    }
  }

  private static Map<?, ?> object(String text) {
    try {
      return JsonReader.readObject(text);
    } catch (MalformedException e) {
      return Map.of();
    }
  }
}
