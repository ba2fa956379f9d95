package dev.charmsignals.statuspool;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pool as text: an object with a record for each member, under its key, and one for the whole,
 * under {@code *master*}.
 */
final class PoolText {

  /** The key that no member can have. */
  static final String MASTER = "*master*";

  private PoolText() {}

  static String write(Kept kept) {
    JsonWriter out = new JsonWriter().startObject();
    for (MemberStatus member : kept.contents().members()) {
      start(out, member.key(), "subordinate", member.status()).name("tag").string(member.tag());
      out.name("attr").string(member.key());
      if (member.priority() > 0) {
        out.name("priority").number(member.priority());
      }
      if (kept.dynamic().contains(member.key())) {
        out.name("dynamic").bool(true);
      }
      out.endObject();
    }
    Optional<Status> override = kept.contents().override();
    start(out, MASTER, "master", override).name("tag").string("master");
    out.name("attr").string(MASTER).name("user_set").bool(override.isPresent()).endObject();
    return out.endObject().text();
  }

  private static JsonWriter start(
      JsonWriter out, String key, String type, Optional<Status> status) {
    return out.name(key)
        .startObject()
        .name("type")
        .string(type)
        .name("status")
        .string(status.isPresent() ? status.get().word() : "unknown")
        .name("message")
        .string(status.isPresent() ? status.get().message() : "");
  }

  /**
   * Reads what was written; what is no member's record is left out, because somebody may have
   * edited it.
   *
   * @throws MalformedException when it is no JSON object
   */
  static Kept read(String text) throws MalformedException {
    List<MemberStatus> members = new ArrayList<>();
    Set<String> dynamic = new HashSet<>();
    Optional<Status> override = Optional.empty();
    for (Map.Entry<String, @Nullable Object> entry : JsonReader.readObject(text).entrySet()) {
      if (!(entry.getValue() instanceof Map<?, ?> fields)) {
        continue;
      }
      Optional<Status> status = Status.of(field(fields, "status"), field(fields, "message"));
      if (entry.getKey().equals(MASTER)) {
        override = Boolean.TRUE.equals(fields.get("user_set")) ? status : Optional.empty();
        continue;
      }
      members.add(new MemberStatus(entry.getKey(), field(fields, "tag"), priority(fields), status));
      if (Boolean.TRUE.equals(fields.get("dynamic"))) {
        dynamic.add(entry.getKey());
      }
    }
    return new Kept(new Contents(members, override), dynamic);
  }

  private static String field(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  private static double priority(Map<?, ?> fields) {
    double priority = fields.get("priority") instanceof Number number ? number.doubleValue() : 0;
    return priority > 0 && priority <= Priorities.MOST ? priority : 0;
  }
}
