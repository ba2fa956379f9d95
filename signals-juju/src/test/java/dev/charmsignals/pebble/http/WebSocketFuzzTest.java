package dev.charmsignals.pebble.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.OtherEnd;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes out of a websocket whose other end is no Pebble, and is gone by the time it is read.
 */
class WebSocketFuzzTest {

  private static final int LIMIT = 1000;

  private static final OtherEnd OTHER = new OtherEnd();

  @FuzzTest
  void everyMessageIsTheSameWhetherItComesInPartsOrWhole(byte[] data) throws Exception {
    Hostile.bounded(data.length, () -> check(data));
  }

  private static void check(byte[] data) throws IOException {
    List<WebSocket.Message> messages = receive(data);
    var whole = new ByteArrayOutputStream();
    for (WebSocket.Message message : messages) {
      int length = message.bytes().length;
      assertTrue(length <= LIMIT, "a message of " + length + " bytes");
      whole.write(message.isText() ? 0x81 : 0x82);
      whole.write(126);
      whole.write(length >> 8);
      whole.write(length);
      whole.writeBytes(message.bytes());
    }

    assertEquals(told(messages), told(receive(whole.toByteArray())));
  }

  /** Receives what there is up to a leave, the end, or what is no message. */
  private static List<WebSocket.Message> receive(byte[] data) throws IOException {
    List<WebSocket.Message> messages = new ArrayList<>();
    UnixChannel channel = UnixChannel.connect(OTHER.path());
    ChannelInput in = new ChannelInput(channel, Deadline.never());
    try (WebSocket socket = new WebSocket(channel, in, true, LIMIT)) {
      OTHER.say(data);
      Optional<WebSocket.Message> next = socket.receive();
      while (next.isPresent()) {
        messages.add(next.get());
        next = socket.receive();
      }
    } catch (NotHttpException | EOFException e) {
      Hostile.assertTellsNothing(e);
    }
    return messages;
  }

  private static List<String> told(List<WebSocket.Message> messages) {
    List<String> told = new ArrayList<>();
    for (WebSocket.Message message : messages) {
      told.add((message.isText() ? "text " : "bytes ") + message.text());
    }
    return told;
  }
}
