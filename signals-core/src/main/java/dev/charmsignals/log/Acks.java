package dev.charmsignals.log;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import java.util.Map;
import java.util.SortedMap;

/** How far one unit has read the streams of others, as it stands in that unit's bag. */
public final class Acks {

  private Acks() {}

  /** Returns the text of {@code acks}, or the empty string when there are none. */
  public static String text(SortedMap<StreamId, Long> acks) {
    if (acks.isEmpty()) {
      return "";
    }
    JsonWriter out = new JsonWriter().startObject();
    for (Map.Entry<StreamId, Long> ack : acks.entrySet()) {
      out.name(ack.getKey().value()).number(ack.getValue());
    }
    return out.endObject().text();
  }

  /** Reads how far each stream has been read; what is not an id and a number is left out. */
  static SortedMap<StreamId, Long> parse(String text) throws MalformedException {
    return Header.ids(JsonReader.readObject(text));
  }
}
