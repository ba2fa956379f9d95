package dev.charmsignals.testkit.world;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A secret as whoever runs the test can look at it.
 *
 * @param uri {@code secret:} and its id
 * @param owner an application or a unit; empty for a user's
 * @param label what its owner calls it, or the name a user gave it; possibly empty
 * @param description for people; possibly empty
 * @param rotation such as {@code monthly}; possibly empty
 * @param rotates when it is to be rotated next
 * @param expiry when its newest revision expires
 * @param revisions the content of every revision there is
 * @param tracked which revision each unit sees that has read it
 * @param granted the units and applications that were allowed to read it
 */
public record SecretFacts(
    String uri,
    String owner,
    String label,
    String description,
    String rotation,
    Optional<Instant> rotates,
    Optional<Instant> expiry,
    SortedMap<Integer, Map<String, String>> revisions,
    Map<String, Integer> tracked,
    Set<String> granted) {

  /** Copies what it is given. */
  public SecretFacts {
    revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
    tracked = Map.copyOf(tracked);
    granted = Set.copyOf(granted);
  }

  /** Returns the content of the newest revision. */
  public Map<String, String> content() {
    return revisions.isEmpty() ? Map.of() : revisions.getOrDefault(revisions.lastKey(), Map.of());
  }

  /** Returns what it is, without its content. */
  @Override
  public String toString() {
    return "%s of \"%s\", label \"%s\", revisions %s, tracked %s, granted %s"
        .formatted(uri, owner, label, revisions.keySet(), tracked, granted);
  }
}
