package dev.charmsignals.log;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One signal as it stands in the log, read back.
 *
 * @param seq its number in the stream, 1 or more
 * @param name the name the signal travels under
 * @param snapshot what it says; values as {@link JsonReader} reads them
 * @param at when it was emitted, by the emitter's clock
 * @param leader whether the emitter was its application's leader
 * @param kept whether it stays for units that join later, while it is the newest of its name
 */
public record Entry(
    long seq,
    String name,
    Map<String, @Nullable Object> snapshot,
    Instant at,
    boolean leader,
    boolean kept) {

  /** The longest name that is read. */
  public static final int MAX_NAME = 64;

  /** How deep an entry may nest: one level more than the snapshot in it. */
  private static final int MAX_DEPTH = 101;

  /** Reads the text of entry {@code seq}; a remote may have written anything. */
  public static Entry parse(long seq, String text) throws MalformedException {
    Map<String, @Nullable Object> object = JsonReader.readObject(text, MAX_DEPTH);
    if (!(object.get("name") instanceof String name) || !isName(name)) {
      throw new MalformedException("has no usable name");
    }
    if (!(object.get("snapshot") instanceof Map<?, ?>)) {
      throw new MalformedException("has no snapshot");
    }
    @SuppressWarnings("unchecked") // JSON objects have string keys
    Map<String, @Nullable Object> snapshot = (Map<String, @Nullable Object>) object.get("snapshot");
    if (!(object.get("at") instanceof String at)) {
      throw new MalformedException("has no time");
    }
    boolean leader = Boolean.TRUE.equals(object.get("leader"));
    boolean kept = Boolean.TRUE.equals(object.get("kept"));
    return new Entry(seq, name, snapshot, WireTime.read(at), leader, kept);
  }

  /** Returns whether {@code name} may travel: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
  public static boolean isName(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '-';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text of an entry whose snapshot is JSON already. */
  static String text(Draft draft) {
    return new JsonWriter()
        .startObject()
        .name("name")
        .string(draft.name())
        .name("snapshot")
        .json(draft.snapshot())
        .name("at")
        .string(WireTime.write(draft.at()))
        .name("leader")
        .bool(draft.leader())
        .name("kept")
        .bool(draft.kept())
        .endObject()
        .text();
  }

  /** Names the entry and the size of its snapshot: what it says may not belong in a log. */
  @Override
  public String toString() {
    return "Entry[%d %s, %d keys]".formatted(seq, name, snapshot.size());
  }
}
