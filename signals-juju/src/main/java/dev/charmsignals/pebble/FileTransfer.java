package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.pebble.http.BodyInput;
import dev.charmsignals.pebble.http.Deadline;
import dev.charmsignals.pebble.http.HttpExchange;
import dev.charmsignals.pebble.http.HttpHead;
import dev.charmsignals.pebble.http.HttpRequest;
import dev.charmsignals.pebble.http.MultipartBody;
import dev.charmsignals.pebble.http.MultipartInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves the content of files, in bodies of several parts. */
record FileTransfer(Daemon daemon) {

  private static final int MAX_IN_MEMORY = 16 * 1024 * 1024;
  private static final int MAX_VERDICT = 1024 * 1024;

  void push(String path, InputStream content, long length, FileOptions options) {
    if (path.indexOf('\n') >= 0 || path.indexOf('\r') >= 0) {
      throw failed(path, "Pebble takes no path with a line break");
    }
    JsonWriter json = new JsonWriter().startObject().name("action").string("write");
    json.name("files").startArray();
    describe(json, path, options, "make-dirs");
    byte[] request = json.endArray().endObject().text().getBytes(StandardCharsets.UTF_8);
    MultipartBody body =
        new MultipartBody()
            .add("form-data; name=\"request\"", "application/json", request)
            .add(
                "form-data; name=\"files\"; filename=" + MultipartBody.quoted(path),
                "application/octet-stream",
                content,
                length);
    requireSuccess(daemon.post("/v1/files", body.contentType(), body));
  }

  byte[] pull(String path) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    read(
        path,
        (bytes, count) -> {
          if (content.size() + count > MAX_IN_MEMORY) {
            throw new PebbleLimitException(path, MAX_IN_MEMORY, "pull it into a file");
          }
          content.write(bytes, 0, count);
        });
    return content.toByteArray();
  }

  void pull(String path, Path target) {
    try {
      Path whole = target.toAbsolutePath();
      Path partial = Files.createTempFile(whole.getParent(), ".pull", null);
      try {
        try (OutputStream out = Files.newOutputStream(partial)) {
          read(path, (bytes, count) -> write(out, bytes, count, target));
        }
        Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + target, e);
    }
  }

  /** Kept apart from failures of the connection, which are Pebble's. */
  private static void write(OutputStream out, byte[] bytes, int count, Path target) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + target, e);
    }
  }

  /** Takes the content of a file, before it is known whether that is all of it. */
  private interface Sink {
    void take(byte[] bytes, int count);
  }

  private void read(String path, Sink sink) {
    String target = new Query("/v1/files").with("action", "read").with("path", path).toString();
    HttpRequest request = HttpRequest.get(target, Map.of("Accept", "multipart/form-data"));
    try (HttpExchange exchange = daemon.open(request, Deadline.eachStep(daemon.timeout()))) {
      HttpHead head = exchange.head();
      BodyInput body = BodyInput.ofResponse(head, exchange.in());
      if (head.status() != 200) {
        Daemon.answer(head, body.readWithin(MAX_VERDICT));
        throw new PebbleProtocolException(
            "there is no file in an answer with status " + head.status());
      }
      read(path, sink, new MultipartInput(head, body));
    } catch (IOException e) {
      throw daemon.failure("GET /v1/files", daemon.timeout(), e);
    }
  }

  private static void read(String path, Sink sink, MultipartInput parts) throws IOException {
    boolean taken = false;
    boolean judged = false;
    for (Optional<MultipartInput.Part> next = parts.next(); next.isPresent(); next = parts.next()) {
      MultipartInput.Part part = next.get();
      switch (part.parameter("name")) {
        case "files" -> {
          if (taken || !part.parameter("filename").equals(path)) {
            throw new PebbleProtocolException("a file came that was not asked for");
          }
          byte[] buffer = new byte[16 * 1024];
          InputStream content = part.content();
          for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            sink.take(buffer, n);
          }
          taken = true;
        }
        case "response" -> {
          byte[] verdict = part.content().readNBytes(MAX_VERDICT);
          requireSuccess(Daemon.answer(200, "application/json", verdict).result());
          judged = true;
        }
        default -> throw new PebbleProtocolException("a part came that is no file");
      }
    }
    if (!judged || !taken) { // the verdict comes last, so without one the file may be cut
      throw new PebbleProtocolException("the file or what is said about it is missing");
    }
  }

  /** Writes what a file or directory should be. */
  static void describe(JsonWriter json, String path, FileOptions options, String parents) {
    json.startObject().name("path").string(path);
    if (options.makeParents()) {
      json.name(parents).bool(true);
    }
    if (options.mode().isPresent()) {
      json.name("permissions").string(options.octal());
    }
    if (options.userId().isPresent()) {
      json.name("user-id").number(options.userId().getAsInt());
    }
    if (!options.user().isEmpty()) {
      json.name("user").string(options.user());
    }
    if (options.groupId().isPresent()) {
      json.name("group-id").number(options.groupId().getAsInt());
    }
    if (!options.group().isEmpty()) {
      json.name("group").string(options.group());
    }
    json.endObject();
  }

  /** Throws what a list of paths says about those for which it failed. */
  static void requireSuccess(@Nullable Object result) {
    List<PebblePathException.Failure> failures = new ArrayList<>();
    List<Fields> paths = Fields.listOf("a path", result);
    for (Fields path : paths) {
      Object error = path.value("error");
      if (error != null) {
        Fields reasons = Fields.of("the error of a path", error);
        failures.add(
            new PebblePathException.Failure(
                path.text("path"),
                reasons.textOr("kind", "generic-file-error"),
                reasons.textOr("message", "")));
      }
    }
    if (!failures.isEmpty()) {
      throw new PebblePathException(failures);
    }
    if (paths.isEmpty()) {
      throw new PebbleProtocolException("nothing is said about the path");
    }
  }

  private static PebblePathException failed(String path, String reason) {
    return new PebblePathException(
        List.of(new PebblePathException.Failure(path, "generic-file-error", reason)));
  }
}
