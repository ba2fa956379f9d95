package dev.charmsignals.log;

import dev.charmsignals.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream that has been replaced by another of the same unit, because somebody had spoilt the bag
 * it stood in. Who was reading it learns from this what it will never read.
 *
 * @param id its id
 * @param head the number of its last entry
 */
public record Replaced(StreamId id, long head) {

  /** How many streams a stream says that it replaces: the newest, if there are more. */
  private static final int MAX = 8;

  private static final String FIELD = "replaces";

  /** Returns the newest of them, as many as are remembered. */
  static List<Replaced> newest(List<Replaced> replaced) {
    return List.copyOf(replaced.subList(Math.max(0, replaced.size() - MAX), replaced.size()));
  }

  /** Whether there may have been more of them than are remembered. */
  public static boolean isFull(List<Replaced> replaced) {
    return replaced.size() >= MAX;
  }

  /** Writes them as a field of the object that is being written; nothing when there are none. */
  public static void write(JsonWriter out, List<Replaced> replaced) {
    if (replaced.isEmpty()) {
      return;
    }
    out.name(FIELD).startArray();
    for (Replaced each : replaced) {
      out.startObject().name("id").string(each.id.value());
      out.name("head").number(each.head).endObject();
    }
    out.endArray();
  }

  /** Reads the newest of what an object has; what is no id with a number is left out. */
  public static List<Replaced> read(Map<?, ? extends @Nullable Object> object) {
    if (!(object.get(FIELD) instanceof List<?> written)) {
      return List.of();
    }
    List<Replaced> replaced = new ArrayList<>();
    for (Object item : written.subList(Math.max(0, written.size() - MAX), written.size())) {
      if (item instanceof Map<?, ?> each
          && each.get("id") instanceof String text
          && each.get("head") instanceof Long head
          && head >= 0
          && head <= Header.MAX_HEAD) {
        Optional<StreamId> id = StreamId.parse(text);
        if (id.isPresent()) {
          replaced.add(new Replaced(id.get(), head));
        }
      }
    }
    return List.copyOf(replaced);
  }
}
