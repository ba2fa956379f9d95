package dev.charmsignals.pebble;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that Pebble was told, or noticed itself, once or several times.
 *
 * @param id Pebble's number of it
 * @param userId whose it is; empty for everybody's
 * @param type {@code custom}, {@code change-update}, {@code warning}, or what a newer Pebble says
 * @param key what it is about: {@code example.com/backup-done}, or the id of the change
 * @param firstOccurred when it occurred first
 * @param lastOccurred when it occurred last
 * @param lastRepeated when it was last told to those who wait for it
 * @param occurrences how often it occurred
 * @param lastData what came with it last
 * @param repeatAfter for how long it is not told again
 * @param expireAfter how long after its last occurrence Pebble forgets it
 */
public record Notice(
    String id,
    OptionalInt userId,
    String type,
    String key,
    Instant firstOccurred,
    Instant lastOccurred,
    Instant lastRepeated,
    long occurrences,
    Map<String, String> lastData,
    Optional<Duration> repeatAfter,
    Optional<Duration> expireAfter) {

  /** Keeps a copy of the data. */
  public Notice {
    lastData = Map.copyOf(lastData);
  }

  static Notice of(Fields fields) {
    return new Notice(
        fields.text("id"),
        fields.optionalInt("user-id"),
        fields.text("type"),
        fields.text("key"),
        fields.time("first-occurred"),
        fields.time("last-occurred"),
        fields.time("last-repeated"),
        fields.whole("occurrences"),
        fields.textMap("last-data"),
        fields.optionalDuration("repeat-after"),
        fields.optionalDuration("expire-after"));
  }

  /** Says all but the data, which may be anything. */
  @Override
  public String toString() {
    return "Notice[%s, %s, %s, %d times, last at %s]"
        .formatted(id, type, key, occurrences, lastOccurred);
  }
}
