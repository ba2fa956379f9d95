package dev.charmsignals.pebble.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultipartTest {

  private static final String NAME = "/a \"b\" \\;=ü";

  /** Hands out a few bytes at a time, as a network does. */
  private static InputStream trickling(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(70)));
      }
    };
  }

  private static MultipartInput reader(String contentType, InputStream in) throws IOException {
    return new MultipartInput(new HttpHead("", Map.of("content-type", contentType)), in);
  }

  @Test
  void readsWhatItWrites() throws IOException {
    Random random = new Random(7);
    for (int size : new int[] {0, 1, 2, 1000, 40_000}) {
      byte[] content = new byte[size];
      random.nextBytes(content);
      for (int i = 0; i + 3 < size; i += 50) { // much that looks like a delimiter
        content[i] = '\r';
        content[i + 1] = '\n';
        content[i + 2] = '-';
      }
      MultipartBody body =
          new MultipartBody()
              .add("form-data; name=\"first\"", "text/plain", new byte[] {'\r', '\n'})
              .add(
                  "form-data; name=\"files\"; filename=" + MultipartBody.quoted(NAME),
                  "application/octet-stream",
                  content);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      body.writeTo(bytes);
      assertEquals(bytes.size(), body.length());

      MultipartInput parts = reader(body.contentType(), trickling(bytes.toByteArray(), random));
      assertEquals("first", parts.next().orElseThrow().parameter("name"));
      MultipartInput.Part file = parts.next().orElseThrow();
      assertEquals(NAME, file.parameter("filename"));
      assertArrayEquals(content, file.content().readAllBytes());
      assertTrue(parts.next().isEmpty());
    }
  }

  @Test
  void noticesABodyThatEndsEarly() throws IOException {
    byte[] cut = "--b\r\nA: b\r\n\r\ncontent\r\n-".getBytes(StandardCharsets.UTF_8);
    MultipartInput parts = reader("multipart/form-data; boundary=b", new ByteArrayInputStream(cut));

    InputStream content = parts.next().orElseThrow().content();

    assertThrows(EOFException.class, content::readAllBytes);
  }

  @Test
  void takesBoundariesWithAndWithoutQuotes() throws IOException {
    byte[] bytes = "--b \r\nA: b\r\n\r\nx\r\n--b--".getBytes(StandardCharsets.UTF_8);

    for (String boundary : new String[] {"b", "\"b\""}) {
      MultipartInput parts =
          reader(
              "Multipart/Form-Data;charset=x; boundary=" + boundary,
              new ByteArrayInputStream(bytes));
      assertEquals(
          "x",
          new String(parts.next().orElseThrow().content().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void refusesWhatIsNoBodyOfParts() {
    assertThrows(
        NotHttpException.class,
        () -> reader("text/plain; boundary=b", InputStream.nullInputStream()));
    assertThrows(
        NotHttpException.class, () -> reader("multipart/form-data", InputStream.nullInputStream()));
  }
}
