package dev.charmsignals.bus;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Entry;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.snapshot.SnapshotText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signals that an observer put off, oldest first. Later signals of the same unit on the same
 * relation to the same observer queue behind them, so that order holds, even if that unit has begun
 * another stream since.
 */
record Deferred(List<Item> items) {

  static final Deferred NOTHING = new Deferred(List.of());

  private static final int MAX_ITEMS = 128;
  private static final int MAX_BYTES = 256 * 1024;

  /** What one signal may have if it is the only one, with all who put it off. */
  private static final int MAX_ALONE = 512 * 1024;

  /** What a snapshot may nest, in an item, in the list: more could not be written again. */
  private static final int MAX_DEPTH = SnapshotText.MAX_DEPTH + 2;

  /**
   * One of them.
   *
   * @param observer the name of the observer
   * @param attempts how often its handler has failed since
   * @param origin where the signal came from
   * @param entry the signal
   */
  record Item(String observer, int attempts, Origin origin, Entry entry) {

    /** What those share of which a later one must wait for an earlier one. */
    String lane() {
      return laneOf(observer, origin);
    }

    Item attempted() {
      return new Item(observer, attempts + 1, origin, entry);
    }
  }

  Deferred {
    items = List.copyOf(items);
  }

  private static String laneOf(String observer, Origin origin) {
    return observer + " " + origin.relation() + " " + origin.emitter();
  }

  boolean holds(String observer, Origin origin) {
    String lane = items.isEmpty() ? "" : laneOf(observer, origin);
    for (Item item : items) {
      if (item.lane().equals(lane)) {
        return true;
      }
    }
    return false;
  }

  Deferred plus(Item item) {
    List<Item> changed = new ArrayList<>(items);
    changed.add(item);
    return new Deferred(changed);
  }

  /** Whether there is no room for all of them; what came last must then stay in its stream. */
  boolean isOverfull() {
    return items.size() > MAX_ITEMS || bytes() > MAX_BYTES;
  }

  /** Whether there is never room for them, though they are of one signal and nothing else waits. */
  boolean isTooLong() {
    return bytes() > MAX_ALONE;
  }

  private int bytes() {
    return text().getBytes(StandardCharsets.UTF_8).length;
  }

  String text() {
    JsonWriter out = new JsonWriter().startArray();
    for (Item item : items) {
      Entry entry = item.entry();
      Origin origin = item.origin();
      out.startObject().name("observer").string(item.observer());
      out.name("attempts").number(item.attempts());
      out.name("relation").string(origin.relation().toString());
      out.name("unit").string(origin.emitter().value());
      out.name("application").string(origin.application());
      out.name("id").string(origin.stream().value());
      out.name("seq").number(entry.seq());
      out.name("name").string(entry.name());
      out.name("snapshot").json(SnapshotText.of(entry.snapshot(), Integer.MAX_VALUE));
      out.name("at").number(entry.at().getEpochSecond());
      out.name("leader").bool(entry.leader());
      out.name("kept").bool(entry.kept()).endObject();
    }
    return out.endArray().text();
  }

  static Deferred parse(String text) throws MalformedException {
    if (!(JsonReader.read(text, MAX_DEPTH) instanceof List<?> list)) {
      throw new MalformedException("is not a list");
    }
    List<Item> items = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof Map<?, ?> object) {
        items.add(item(object));
      }
    }
    return new Deferred(items);
  }

  private static Origin origin(Map<?, ?> object) throws MalformedException {
    try {
      return new Origin(
          RelationId.parse(String.valueOf(object.get("relation"))),
          new UnitName(String.valueOf(object.get("unit"))),
          String.valueOf(object.get("application")),
          StateFields.id(object));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("comes from no unit on no relation");
    }
  }

  @SuppressWarnings("NullAway") // does not see in class files that a snapshot may hold null
  private static Item item(Map<?, ?> object) throws MalformedException {
    if (!(object.get("snapshot") instanceof Map<?, ?>)) {
      throw new MalformedException("has no snapshot");
    }
    @SuppressWarnings("unchecked") // JSON objects have string keys
    Map<String, @Nullable Object> snapshot = (Map<String, @Nullable Object>) object.get("snapshot");
    Entry entry =
        new Entry(
            StateFields.number(object, "seq"),
            String.valueOf(object.get("name")),
            snapshot,
            StateFields.time(object, "at"),
            Boolean.TRUE.equals(object.get("leader")),
            Boolean.TRUE.equals(object.get("kept")));
    Origin origin = origin(object);
    return new Item(
        String.valueOf(object.get("observer")),
        StateFields.count(object, "attempts"),
        origin,
        entry);
  }
}
