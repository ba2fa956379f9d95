package dev.charmsignals.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Charm state as Juju keeps it, where a long value lies in several pieces.
 *
 * <p>The first piece lies under the key itself, the next under {@code key#2}, {@code key#3} and so
 * on without a hole. That is safe because all pieces are committed together or not at all.
 */
final class StoredState {

  static final char PIECE_MARK = '#';

  /** How many bytes Juju takes in one value (contract §2.12). */
  static final int PIECE_LIMIT = 65_536;

  /** How many bytes Juju takes in all keys and values together, unless told otherwise. */
  static final int TOTAL_LIMIT = 2_097_152;

  private final Map<String, String> pieces;
  private final Map<String, String> values;

  private StoredState(Map<String, String> pieces, Map<String, String> values) {
    this.pieces = pieces;
    this.values = values;
  }

  static StoredState of(Map<String, String> pieces) {
    Map<String, String> values = new HashMap<>(pieces);
    for (Map.Entry<String, String> first : pieces.entrySet()) {
      join(first.getKey(), first.getValue(), pieces, values);
    }
    return new StoredState(pieces, values);
  }

  /** Returns the whole values by their keys. */
  Map<String, String> values() {
    return values;
  }

  /** Adds what has to be set and deleted so that a key gets its new value. */
  void difference(
      String key, Optional<String> value, Map<String, String> set, List<String> deleted) {
    List<String> after =
        value.isPresent() ? Utf8.pieces(value.get(), PIECE_LIMIT) : List.<String>of();
    for (int number = 1; number <= after.size(); number++) {
      String piece = after.get(number - 1);
      if (!piece.equals(pieces.get(pieceKey(key, number)))) {
        set.put(pieceKey(key, number), piece);
      }
    }
    for (int number = after.size() + 1; piece(pieces, key, number) != null; number++) {
      deleted.add(pieceKey(key, number));
    }
  }

  /**
   * Checks the total that Juju would have to keep.
   *
   * @throws StateLimitException when it is over Juju's limit
   */
  void requireRoomFor(Map<String, String> set, List<String> deleted) {
    Map<String, String> after = new TreeMap<>(pieces);
    after.putAll(set);
    after.keySet().removeAll(deleted);
    long total = 0;
    for (Map.Entry<String, String> piece : after.entrySet()) {
      total += Utf8.bytes(piece.getKey()) + Utf8.bytes(piece.getValue());
    }
    if (total > TOTAL_LIMIT) {
      Map<String, Integer> sizes = new TreeMap<>();
      for (Map.Entry<String, String> value : of(after).values.entrySet()) {
        sizes.put(value.getKey(), Utf8.bytes(value.getValue()));
      }
      throw new StateLimitException(total, TOTAL_LIMIT, sizes);
    }
  }

  static String pieceKey(String key, int number) {
    return number == 1 ? key : key.concat("#").concat(Integer.toString(number));
  }

  /** Puts a value of several pieces together, which are then no values of their own. */
  private static void join(
      String key, String first, Map<String, String> pieces, Map<String, String> values) {
    String piece = piece(pieces, key, 2);
    if (piece == null) {
      return;
    }
    StringBuilder joined = new StringBuilder(first);
    for (int number = 3; piece != null; number++) {
      joined.append(piece);
      values.remove(pieceKey(key, number - 1));
      piece = piece(pieces, key, number);
    }
    values.put(key, joined.toString());
  }

  /**
   * Returns a piece of a value. A key that holds the mark itself is not ours, but another
   * framework's, or a piece whose first one somebody took away; it has no others.
   */
  private static @Nullable String piece(Map<String, String> pieces, String key, int number) {
    boolean hasMore = key.indexOf(PIECE_MARK) < 0;
    return number == 1 || hasMore ? pieces.get(pieceKey(key, number)) : null;
  }
}
