package dev.charmsignals.log;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header of a stream: who writes it, how far it goes, and who may count on it.
 *
 * @param id the stream's id
 * @param head the number of the last entry ever appended; 0 before the first
 * @param floor every entry up to here has been trimmed, except kept ones that are still there
 * @param members the receivers the emitter has admitted, with the head at admission
 * @param barred the receivers that have lost their membership, with the head at their admission:
 *     one that has not looked yet begins there, and learns what it missed
 * @param window how many entries and bytes the emitter holds at most
 * @param replaces the streams in whose place this one stands, because somebody had spoilt the bag
 *     they stood in; the oldest first
 */
public record Header(
    StreamId id,
    long head,
    long floor,
    SortedMap<StreamId, Long> members,
    SortedMap<StreamId, Long> barred,
    Span window,
    List<Replaced> replaces) {

  /** The wire format this code writes, and the newest that it reads. */
  public static final int VERSION = 1;

  /** The highest number that is read: the greatest that every JSON reader holds exactly. */
  static final long MAX_HEAD = (1L << 53) - 1;

  /** How many members are read; more cannot be on one relation. */
  private static final int MAX_MEMBERS = 10_000;

  /**
   * An amount of entries.
   *
   * @param entries how many
   * @param bytes how many bytes of text
   * @param signal how many bytes of text one signal has at most, where the emitter waits for who is
   *     slow; 0 where it goes on without them
   */
  public record Span(int entries, int bytes, int signal) {

    static final Span DEFAULT = of(Window.DEFAULT);

    static Span of(Window window) {
      boolean waits = window.whenFull() == WhenFull.REJECT;
      return new Span(window.entries(), window.bytes(), waits ? window.signalBytes() : 0);
    }

    /** The amount of an emitter that waits for nobody. */
    public Span(int entries, int bytes) {
      this(entries, bytes, 0);
    }

    boolean isDefault() {
      return is(DEFAULT);
    }

    /** The amount by which one acknowledges early enough for both. */
    Span narrowed(Span other) {
      int least = Math.min(bytes, other.bytes);
      int largest = Math.min(Math.max(signal, other.signal), least);
      return new Span(Math.min(entries, other.entries), least, largest);
    }

    /** Not by equals of the record, whose first call takes longer than a hook. */
    boolean is(Span other) {
      return entries == other.entries && bytes == other.bytes && signal == other.signal;
    }
  }

  /** Copies the receivers and what it replaces. */
  public Header {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    barred = Collections.unmodifiableSortedMap(new TreeMap<>(barred));
    replaces = Replaced.newest(replaces);
  }

  /** The header of a stream that replaces none, and whose receivers are all members. */
  public Header(
      StreamId id, long head, long floor, SortedMap<StreamId, Long> members, Span window) {
    this(id, head, floor, members, Collections.emptySortedMap(), window, List.of());
  }

  /** Returns the header of the same stream, further on. */
  Header at(
      long head,
      long floor,
      SortedMap<StreamId, Long> members,
      SortedMap<StreamId, Long> barred,
      Span window) {
    return new Header(id, head, floor, members, barred, window, replaces);
  }

  /**
   * The head at which a receiver was admitted, whether or not it still is; empty if it never was.
   */
  OptionalLong admissionOf(StreamId receiver) {
    Long admitted = members.getOrDefault(receiver, barred.get(receiver));
    return admitted == null ? OptionalLong.empty() : OptionalLong.of(admitted);
  }

  /** A header is written in a newer format than this code knows. */
  static final class NewerVersion extends Exception {
    NewerVersion() {
      super("newer version", null, false, false);
    }
  }

  /** Returns the header as it stands in the bag. */
  String text() {
    JsonWriter out = new JsonWriter().startObject();
    out.name("v").number(VERSION);
    out.name("id").string(id.value());
    out.name("head").number(head);
    out.name("floor").number(floor);
    write(out, "members", members);
    if (!barred.isEmpty()) {
      write(out, "barred", barred);
    }
    if (!window.isDefault()) {
      out.name("window").startObject();
      out.name("entries").number(window.entries());
      out.name("bytes").number(window.bytes());
      if (window.signal() > 0) {
        out.name("signal").number(window.signal());
      }
      out.endObject();
    }
    Replaced.write(out, replaces);
    return out.endObject().text();
  }

  private static void write(JsonWriter out, String name, SortedMap<StreamId, Long> receivers) {
    out.name(name).startObject();
    for (Map.Entry<StreamId, Long> receiver : receivers.entrySet()) {
      out.name(receiver.getKey().value()).number(receiver.getValue());
    }
    out.endObject();
  }

  static Header parse(String text) throws MalformedException, NewerVersion {
    Map<String, @Nullable Object> object = JsonReader.readObject(text);
    if (!(object.get("v") instanceof Long version) || version < 1) {
      throw new MalformedException("has no version");
    }
    if (version > VERSION) {
      throw new NewerVersion();
    }
    if (!(object.get("id") instanceof String idText) || StreamId.parse(idText).isEmpty()) {
      throw new MalformedException("has no stream id");
    }
    long head = count(object, "head");
    long floor = count(object, "floor");
    if (floor > head) {
      throw new MalformedException("has a floor above its head");
    }
    return new Header(
        new StreamId(idText),
        head,
        floor,
        receivers(object, "members"),
        receivers(object, "barred"),
        window(object),
        Replaced.read(object));
  }

  private static long count(Map<String, @Nullable Object> object, String name)
      throws MalformedException {
    if (object.get(name) instanceof Long count && count >= 0 && count <= MAX_HEAD) {
      return count;
    }
    throw new MalformedException("has no usable " + name);
  }

  private static SortedMap<StreamId, Long> receivers(
      Map<String, @Nullable Object> object, String name) throws MalformedException {
    return object.get(name) instanceof Map<?, ?> written
        ? ids(written)
        : Collections.emptySortedMap();
  }

  /** Reads a map from stream ids to numbers; what is neither is left out. */
  static SortedMap<StreamId, Long> ids(Map<?, ?> written) throws MalformedException {
    if (written.size() > MAX_MEMBERS) {
      throw new MalformedException("names more than " + MAX_MEMBERS + " units");
    }
    SortedMap<StreamId, Long> ids = new TreeMap<>();
    for (Map.Entry<?, ?> entry : written.entrySet()) {
      if (entry.getKey() instanceof String key && entry.getValue() instanceof Long n && n >= 0) {
        Optional<StreamId> id = StreamId.parse(key);
        if (id.isPresent()) {
          ids.put(id.get(), n);
        }
      }
    }
    return ids;
  }

  private static Span window(Map<String, @Nullable Object> object) {
    if (object.get("window") instanceof Map<?, ?> window
        && window.get("entries") instanceof Long entries
        && window.get("bytes") instanceof Long bytes
        && entries >= 2
        && entries <= Window.LARGEST / Window.ENVELOPE
        && bytes >= 2
        && bytes <= Window.LARGEST) {
      Span span = new Span(entries.intValue(), bytes.intValue());
      return window.get("signal") instanceof Long signal && signal >= 0 && signal <= bytes
          ? new Span(span.entries, span.bytes, signal.intValue())
          : span;
    }
    return Span.DEFAULT;
  }
}
