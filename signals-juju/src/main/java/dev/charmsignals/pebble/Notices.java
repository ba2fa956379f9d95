package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notices: what a workload tells its charm, and what Pebble notices itself. Pebble has them
 * since v1.5, in Juju 3.4.
 */
public final class Notices {

  private final Daemon daemon;

  Notices(Daemon daemon) {
    this.daemon = daemon;
  }

  /** Returns notices by the time they were last repeated. */
  public List<Notice> list(NoticeQuery wanted) {
    return notices(daemon.get(wanted.query().toString()));
  }

  /** Returns a notice by its number; empty if there is none, or none any more. */
  public Optional<Notice> find(String id) {
    try {
      return Optional.of(Notice.of(Fields.of("a notice", daemon.get("/v1/notices/" + id))));
    } catch (PebbleApiException e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Waits until there are notices that are wanted; those that exist count, so say {@code after}.
   *
   * @return at least one, or none when the time is over
   */
  public List<Notice> await(NoticeQuery wanted, Duration limit) {
    Duration wait = limit.toMillis() < 1 ? Duration.ofMillis(1) : limit;
    String target = wanted.query().with("timeout", GoDuration.text(wait)).toString();
    return notices(daemon.get(target, wait.plus(daemon.timeout())));
  }

  /**
   * Tells a custom notice; Juju runs the pebble-custom-notice hook for it.
   *
   * @param key what it is about, such as {@code example.com/backup-done}
   * @return its number
   */
  public String notify(String key) {
    return notify(key, Map.of(), Duration.ZERO);
  }

  /**
   * Tells a custom notice with something about it.
   *
   * @param key what it is about, such as {@code example.com/backup-done}
   * @param data 4 KiB at most
   * @param repeatAfter for how long the same is not told again; zero for not at all
   * @return its number
   */
  public String notify(String key, Map<String, String> data, Duration repeatAfter) {
    JsonWriter json = new JsonWriter().startObject();
    json.name("action").string("add").name("type").string("custom").name("key").string(key);
    if (!repeatAfter.isZero()) {
      json.name("repeat-after").string(GoDuration.text(repeatAfter));
    }
    if (!data.isEmpty()) {
      json.name("data").startObject();
      for (Map.Entry<String, String> entry : data.entrySet()) {
        json.name(entry.getKey()).string(entry.getValue());
      }
      json.endObject();
    }
    Object result = daemon.post("/v1/notices", json.endObject().text()).result();
    return Fields.of("a new notice", result).text("id");
  }

  private static List<Notice> notices(@Nullable Object result) {
    return Fields.listOf("a notice", result).stream().map(Notice::of).toList();
  }
}
