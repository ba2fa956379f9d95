package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the charm remembers from hook to hook; Juju keeps it and commits it together with every
 * databag write of the hook (contract §4.1).
 *
 * <p>Read with one {@code state-get} when first asked; written when the hook succeeds, and only
 * where a value differs. A value longer than Juju takes in one piece is kept in several and joined
 * when read. Keys have at most 256 bytes; everything together has at most 2 MiB.
 */
public final class CharmState {

  /** What the keys of the toolkit itself start with. */
  public static final String OF_THE_TOOLKIT = "charm-signals/";

  /** How long a key may be, in bytes (contract §2.12). */
  static final int KEY_LIMIT = 256;

  private static final String PLACE = "charm state";

  private final HookTools tools;
  private final PendingWrites pending;
  private final @Nullable CharmState whole;
  private @Nullable StoredState stored;

  CharmState(HookTools tools) {
    this.tools = tools;
    pending = new PendingWrites();
    whole = null;
  }

  private CharmState(CharmState whole) {
    tools = whole.tools;
    pending = whole.pending;
    this.whole = whole;
  }

  /**
   * Returns the same state as the charm may change it: what the toolkit itself remembers, such as
   * how far it has read whose signals, can be looked at and not written.
   */
  public CharmState ofCharm() {
    return new CharmState(this);
  }

  /** Returns the value kept under a key, this hook's writes included. */
  public Optional<String> get(String key) {
    return pending.concerns(key)
        ? pending.value(key)
        : Optional.ofNullable(stored().values().get(key));
  }

  /** Returns all keys that start with the prefix, in order, this hook's writes included. */
  public List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    for (String key : pending.over(stored().values()).tailMap(prefix).keySet()) {
      if (!key.startsWith(prefix)) {
        break;
      }
      keys.add(key);
    }
    return keys;
  }

  /**
   * Keeps a value, which may be empty, from the end of this hook on.
   *
   * @throws RefusedEntryException when Juju could not keep it, or the key is the toolkit's own
   */
  public void put(String key, String value) {
    checkOwner(key);
    check(key, value);
    pending.put(key, value);
  }

  /**
   * Forgets a value; nothing happens when there is none.
   *
   * @throws RefusedEntryException when the key is the toolkit's own
   */
  public void remove(String key) {
    checkOwner(key);
    pending.remove(key);
  }

  PendingWrites pending() {
    return pending;
  }

  /** Hands over what differs: at most one state-set, and a state-delete for each key that goes. */
  void commit() {
    if (pending.isEmpty()) {
      return;
    }
    StoredState before = stored();
    SortedMap<String, Optional<String>> writes = pending.differingFrom(before.values());
    if (writes.isEmpty()) {
      return;
    }
    TreeMap<String, String> set = new TreeMap<>();
    List<String> deleted = new ArrayList<>();
    for (Map.Entry<String, Optional<String>> write : writes.entrySet()) {
      before.difference(write.getKey(), write.getValue(), set, deleted);
    }
    before.requireRoomFor(set, deleted);
    if (!set.isEmpty()) {
      tools.stateSet(set);
    }
    for (String key : deleted) {
      tools.stateDelete(key);
    }
  }

  private void checkOwner(String key) {
    if (whole != null && key.startsWith(OF_THE_TOOLKIT)) {
      throw new RefusedEntryException(
          PLACE,
          key,
          "belongs to the toolkit, which remembers there how far signals have come; use another,"
              + " such as \"my-%s\"".formatted(key.substring(OF_THE_TOOLKIT.length())));
    }
  }

  private StoredState stored() {
    if (whole != null) {
      return whole.stored();
    }
    StoredState known = stored;
    if (known == null) {
      known = StoredState.of(tools.stateGet());
      stored = known;
    }
    return known;
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.indexOf(StoredState.PIECE_MARK) >= 0 || !Utf8.survives(key)) {
      throw new RefusedEntryException(
          PLACE, key, "must be Unicode text without \"#\", which marks the pieces of long values");
    }
    int pieces = Utf8.pieces(value, StoredState.PIECE_LIMIT).size();
    if (Utf8.bytes(StoredState.pieceKey(key, pieces)) > KEY_LIMIT) {
      throw new RefusedEntryException(
          PLACE,
          key,
          "is too long: Juju keeps keys of at most %d bytes, the numbers of pieces included"
              .formatted(KEY_LIMIT));
    }
    if (!Utf8.survives(value)) {
      throw new RefusedEntryException(
          PLACE, key, "has a value with half a surrogate pair, which UTF-8 cannot carry");
    }
  }
}
