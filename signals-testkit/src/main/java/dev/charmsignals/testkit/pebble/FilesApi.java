package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.MultipartBody;
import dev.charmsignals.pebble.http.MultipartInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests for files. */
final class FilesApi {

  private static final String MULTIPART = "multipart/form-data";
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private final SimulatedFiles files;

  FilesApi(Path root) {
    this.files = new SimulatedFiles(root);
  }

  /** Something that is done to one path. */
  private interface Deed {
    void run() throws IOException;
  }

  Reply get(Call call) throws IOException {
    return switch (call.parameter("action")) {
      case "list" -> Reply.of(list(call));
      case "read" -> read(call);
      default -> throw new Refusal(400, "invalid action \"" + call.parameter("action") + "\"");
    };
  }

  Reply post(Call call) throws IOException {
    if (call.head().mediaType().equals(MULTIPART)) {
      return write(new MultipartInput(call.head(), call.body()));
    }
    if (!call.head().mediaType().equals("application/json")) {
      throw new Refusal(400, "invalid Content-Type \"" + call.head().mediaType() + "\"");
    }
    Map<String, @Nullable Object> json = call.json();
    List<Map<String, Object>> results = new ArrayList<>();
    switch (Trees.text(json, "action")) {
      case "make-dirs" -> {
        for (Map<String, @Nullable Object> wanted : objects(json.get("dirs"))) {
          results.add(result(wanted, () -> files.makeDirectory(FileWish.of(wanted))));
        }
      }
      case "remove" -> {
        for (Map<String, @Nullable Object> wanted : objects(json.get("paths"))) {
          boolean recursive = Trees.flag(wanted, "recursive");
          results.add(result(wanted, () -> files.remove(Trees.text(wanted, "path"), recursive)));
        }
      }
      default -> throw new Refusal(400, "invalid action \"" + Trees.text(json, "action") + "\"");
    }
    return Reply.of(results);
  }

  private List<Map<String, Object>> list(Call call) {
    try {
      return files.list(
          call.parameter("path"),
          call.parameter("pattern"),
          call.parameter("itself").equals("true"));
    } catch (IOException e) {
      throw FileFailure.of(call.parameter("path"), "stat", e).refusal();
    }
  }

  private Reply read(Call call) throws IOException {
    if (!call.head().headers().getOrDefault("accept", "").equals(MULTIPART)) {
      throw new Refusal(400, "must accept multipart/form-data");
    }
    MultipartBody body = new MultipartBody();
    List<Map<String, Object>> results = new ArrayList<>();
    for (String path : call.query().getOrDefault("path", List.of())) {
      results.add(
          result(
              Map.of("path", path),
              () ->
                  body.add(
                      "form-data; name=\"files\"; filename=" + MultipartBody.quoted(path),
                      "application/octet-stream",
                      files.read(path))));
    }
    body.add("form-data; name=\"response\"", "application/json", Reply.of(results).body());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return new Reply(200, body.contentType(), bytes.toByteArray());
  }

  private Reply write(MultipartInput parts) throws IOException {
    MultipartInput.Part request =
        parts.next().orElseThrow(() -> new Refusal(400, "cannot read request metadata"));
    if (!request.parameter("name").equals("request")) {
      throw new Refusal(400, "metadata field name must be \"request\"");
    }
    Map<String, @Nullable Object> json = Trees.readJson(request.content().readAllBytes());
    Map<String, Map<String, @Nullable Object>> wanted = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> file : objects(json.get("files"))) {
      wanted.put(Trees.text(file, "path"), file);
    }
    List<Map<String, Object>> results = new ArrayList<>();
    for (Optional<MultipartInput.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
      String path = part.get().parameter("filename");
      if (!wanted.containsKey(path)) {
        throw new Refusal(400, "no metadata for path \"" + path + "\"");
      }
      Map<String, @Nullable Object> file = Trees.object(wanted.remove(path));
      byte[] content = part.get().content().readNBytes(MAX_BYTES);
      results.add(
          result(file, () -> files.write(FileWish.of(file), new ByteArrayInputStream(content))));
    }
    return Reply.of(results);
  }

  private static Map<String, Object> result(Map<String, ?> wanted, Deed deed) {
    Map<String, Object> result = new LinkedHashMap<>();
    String path = String.valueOf(wanted.get("path"));
    result.put("path", path);
    try {
      deed.run();
    } catch (IOException e) {
      FileFailure failure = FileFailure.of(path, "open", e);
      result.put("error", Map.of("kind", failure.kind(), "message", failure.message()));
    }
    return result;
  }

  private static List<Map<String, @Nullable Object>> objects(@Nullable Object value) {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(entry -> objects.add(Trees.object(entry)));
    }
    if (objects.isEmpty()) {
      throw new Refusal(400, "must specify one or more paths");
    }
    return objects;
  }
}
