package dev.charmsignals.model;

import dev.charmsignals.record.InvalidRecordException;
import dev.charmsignals.record.LoadResult;
import dev.charmsignals.record.RecordType;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of the two bags of a relation that this side writes: its unit's or its application's.
 *
 * <p>A map in key order. What is written is pending until the hook succeeds, and reads see it.
 * Writing alone does not read the bag, so {@link #put} and {@link #remove} return the previous
 * value only where this hook has read or written it already. A value equal to the one that was read
 * is not sent. Every method may throw {@link DatabagAccessException}, before Juju is asked.
 */
public final class Databag extends AbstractMap<String, String> implements Bag {

  private final BagAccess access;
  private final PendingWrites pending = new PendingWrites();
  private @Nullable Map<String, String> loaded;

  Databag(BagAccess access) {
    this.access = access;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    access.requireReadable();
    if (!(key instanceof String name)) {
      return null;
    }
    return pending.concerns(name) ? pending.value(name).orElse(null) : loaded().get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  /**
   * Writes an entry.
   *
   * @return the previous value if this hook knows it
   * @throws RefusedEntryException for a key outside {@code A-Z a-z 0-9 . _ -}, one of Juju's own
   *     keys, or an empty value, which is how Juju spells removal
   */
  @Override
  public @Nullable String put(String key, String value) {
    access.requireWritable();
    access.requireStorable(key, Objects.requireNonNull(value, "value"));
    String previous = known(key);
    pending.put(key, value);
    return previous;
  }

  /**
   * Removes an entry; nothing happens when there is none.
   *
   * @return the previous value if this hook knows it
   */
  @Override
  public @Nullable String remove(@Nullable Object key) {
    access.requireWritable();
    if (!(key instanceof String name)) {
      return null;
    }
    String previous = known(name);
    pending.remove(name);
    return previous;
  }

  /**
   * Loads a record that this side has saved; empty if none of its keys is there.
   *
   * @throws InvalidRecordException when what is there is no such record; {@link #read} tells
   *     without throwing
   */
  public <R extends Record> Optional<R> load(Class<R> type) {
    LoadResult<R> result = read(type);
    if (!result.errors().isEmpty()) {
      throw new InvalidRecordException(
          access.place(), type, result.errors(), "Save the record anew, or read() it");
    }
    return result.value();
  }

  /**
   * Writes a record: each component as one JSON value under its key. What is there already is not
   * written again, and a key whose component is empty is removed; other keys stay.
   *
   * @throws RefusedEntryException for a key that a databag cannot have
   */
  public <R extends Record> void save(R record) {
    access.requireWritable();
    RecordType<R> type = RecordType.of(RecordType.classOf(record));
    for (Entry<String, Optional<String>> text : type.texts(record).entrySet()) {
      String before = get(text.getKey());
      String after = text.getValue().orElse(null);
      if (after == null && before != null) {
        remove(text.getKey());
      } else if (after != null && !after.equals(before)) {
        put(text.getKey(), after);
      }
    }
  }

  /** Returns whether this hook has written to it so far; asks Juju nothing. */
  public boolean isWritten() {
    return !pending.isEmpty();
  }

  /** Returns whether what this hook has written so far differs from what was there. */
  public boolean isChanged() {
    return isWritten() && !pending.differingFrom(loaded()).isEmpty();
  }

  /** Returns the keys that this hook has written or removed so far; asks Juju nothing. */
  public Set<String> writtenKeys() {
    return pending.all().keySet();
  }

  /** Returns the entries as they are now, this hook's writes included; a copy in key order. */
  public SortedMap<String, String> asMap() {
    return Collections.unmodifiableSortedMap(now());
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    access.requireReadable();
    return new Entries();
  }

  /** Returns how many entries there are, and no payload. */
  @Override
  public String toString() {
    return access.place() + ", " + size() + " entries";
  }

  PendingWrites pending() {
    return pending;
  }

  void commit() {
    Map<String, String> before = loaded;
    SortedMap<String, Optional<String>> writes =
        before == null ? pending.all() : pending.differingFrom(before);
    if (!writes.isEmpty()) {
      access.write(writes);
    }
  }

  private SortedMap<String, String> now() {
    access.requireReadable();
    return pending.over(loaded());
  }

  private Map<String, String> loaded() {
    Map<String, String> known = loaded;
    if (known == null) {
      known = Map.copyOf(access.read());
      loaded = known;
    }
    return known;
  }

  private @Nullable String known(String key) {
    if (pending.concerns(key)) {
      return pending.value(key).orElse(null);
    }
    Map<String, String> known = loaded;
    return known == null ? null : known.get(key);
  }

  /** The entries of one moment; changing one changes the bag. */
  private final class Entries extends AbstractSet<Entry<String, String>> {

    @Override
    public int size() {
      return now().size();
    }

    @Override
    public Iterator<Entry<String, String>> iterator() {
      Iterator<Entry<String, String>> moment = new TreeMap<>(now()).entrySet().iterator();
      return new Iterator<>() {
        private @Nullable String last;

        @Override
        public boolean hasNext() {
          return moment.hasNext();
        }

        @Override
        public Entry<String, String> next() {
          Entry<String, String> entry = new WrittenEntry(moment.next());
          last = entry.getKey();
          return entry;
        }

        @Override
        public void remove() {
          if (last == null) {
            throw new IllegalStateException("next() comes first");
          }
          Databag.this.remove(last);
          last = null;
        }
      };
    }
  }

  /** An entry whose value can be set. */
  private final class WrittenEntry extends SimpleEntry<String, String> {

    WrittenEntry(Entry<String, String> entry) {
      super(entry);
    }

    @Override
    public String setValue(String value) {
      Databag.this.put(getKey(), value);
      return super.setValue(value);
    }
  }
}
