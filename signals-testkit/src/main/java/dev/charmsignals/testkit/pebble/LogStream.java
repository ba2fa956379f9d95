package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.ChannelOutput;
import dev.charmsignals.pebble.http.ChunkedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Sends lines of the logs, one chunk each; not even a head before the first one. */
final class LogStream {

  private static final byte[] HEAD =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/x-ndjson\r
      Transfer-Encoding: chunked\r
      \r
      """
          .getBytes(StandardCharsets.UTF_8);

  private final LogBook logs;
  private final List<String> services;
  private final ChannelOutput out;
  private final ChunkedOutput chunks;
  private boolean begun;

  LogStream(LogBook logs, List<String> services, ChannelOutput out) {
    this.logs = logs;
    this.services = services;
    this.out = out;
    this.chunks = new ChunkedOutput(out);
  }

  void send(Call call) throws IOException, InterruptedException {
    boolean follow = call.parameter("follow").equals("true");
    String count = call.parameter("n");
    LogBook.Slice slice = logs.last(count.isEmpty() ? 30 : Integer.parseInt(count));
    while (follow) {
      write(slice.lines());
      slice = logs.after(slice.end());
    }
    begin();
    write(slice.lines());
    chunks.close();
  }

  private void write(List<Map<String, Object>> lines) throws IOException {
    for (Map<String, Object> line : lines) {
      if (services.isEmpty() || services.contains(String.valueOf(line.get("service")))) {
        begin();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(Trees.json(line));
        text.write('\n');
        chunks.write(text.toByteArray());
      }
    }
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      out.write(HEAD);
    }
  }
}
