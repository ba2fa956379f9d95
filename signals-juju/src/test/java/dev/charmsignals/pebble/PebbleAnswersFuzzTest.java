package dev.charmsignals.pebble;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.pebble.http.BodyInput;
import dev.charmsignals.pebble.http.HttpHead;
import dev.charmsignals.pebble.http.MultipartInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a workload container's Pebble answers, which is only as good as what runs beside it. */
class PebbleAnswersFuzzTest {

  private static final int MAX_BODY = 1 << 20;

  private static final List<Consumer<Object>> READERS =
      List.of(
          result -> Fields.listOf("a service", result).forEach(ServiceInfo::of),
          result -> Fields.listOf("a check", result).forEach(CheckInfo::of),
          result -> Fields.listOf("a notice", result).forEach(Notice::of),
          result -> Fields.listOf("a file", result).forEach(FileInfo::of),
          result -> Change.of(Fields.of("a change", result)),
          Identities::of,
          result -> SystemInfo.of(Fields.of("the system info", result)),
          FileTransfer::requireSuccess);

  @FuzzTest
  void everyAnswerIsReadOrRefused(byte[] data) throws Exception {
    Hostile.bounded(data.length, () -> answer(data));
  }

  private static void answer(byte[] data) {
    InputStream in = new ByteArrayInputStream(data);
    try {
      Optional<HttpHead> head = HttpHead.read(in);
      if (head.isEmpty()) {
        return;
      }
      BodyInput body = BodyInput.ofResponse(head.get(), in);
      if (head.get().mediaType().equals("multipart/form-data")) {
        MultipartInput parts = new MultipartInput(head.get(), body);
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
          part.get().parameter("filename");
          part.get().content().readNBytes(MAX_BODY);
        }
        return;
      }
      Object result = Daemon.answer(head.get(), body.readWithin(MAX_BODY)).result();
      for (Consumer<Object> reader : READERS) {
        try {
          reader.accept(result);
        } catch (PebbleException e) {
          // It is something else.
        }
      }
    } catch (IOException | PebbleException e) {
      // It is none.
    }
  }
}
