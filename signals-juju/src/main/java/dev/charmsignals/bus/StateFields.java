package dev.charmsignals.bus;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.StreamId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of what the bus keeps in charm state; somebody may have edited it. */
final class StateFields {

  /** The highest number in a stream: the greatest that every JSON reader holds exactly. */
  private static final long MOST = (1L << 53) - 1;

  private StateFields() {}

  static StreamId id(Map<?, ?> object) throws MalformedException {
    Optional<StreamId> id =
        object.get("id") instanceof String text ? StreamId.parse(text) : Optional.empty();
    if (id.isEmpty()) {
      throw new MalformedException("has no stream id");
    }
    return id.get();
  }

  /**
   * A number that a stream can have, or 0 where there is none. Any other would send who counts on
   * from it on an endless way.
   */
  static long number(Map<?, ?> object, String name) throws MalformedException {
    return number(object, name, MOST);
  }

  /** A count of few things, or 0 where there is none. */
  static int count(Map<?, ?> object, String name) throws MalformedException {
    return (int) number(object, name, Integer.MAX_VALUE);
  }

  private static long number(Map<?, ?> object, String name, long most) throws MalformedException {
    if (!(object.get(name) instanceof Long number)) {
      return 0;
    }
    if (number < 0 || number > most) {
      throw new MalformedException("has no usable " + name);
    }
    return number;
  }

  static Cursor cursor(Map<?, ?> object) throws MalformedException {
    long seq = number(object, "seq");
    long kept = object.containsKey("kept") ? Math.min(number(object, "kept"), seq) : seq;
    return new Cursor(id(object), seq, number(object, "acked"), kept);
  }

  /** A time, or the epoch where there is none. */
  static Instant time(Map<?, ?> object, String name) throws MalformedException {
    try {
      return Instant.ofEpochSecond(object.get(name) instanceof Long second ? second : 0);
    } catch (DateTimeException e) {
      throw new MalformedException("has a time beyond all times");
    }
  }

  /** A list, or an empty one where there is none. */
  static List<?> list(Map<?, ?> object, String name) {
    return object.get(name) instanceof List<?> list ? list : List.of();
  }
}
