package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;
import java.util.Map;

/**
 * The hook would leave more charm state than Juju keeps; nothing of the hook is committed.
 *
 * <p>Juju's default is 2 MiB for all keys and values together (contract §2.12).
 */
public final class StateLimitException extends CharmSignalsException {

  private final long bytes;
  private final long limit;
  private final Map<String, Integer> sizes;

  StateLimitException(long bytes, long limit, Map<String, Integer> sizes) {
    super(
        "Charm state would take %d bytes and Juju keeps %d; the largest value is %s: keep less"
            .formatted(bytes, limit, named(largest(sizes))));
    this.bytes = bytes;
    this.limit = limit;
    this.sizes = Map.copyOf(sizes);
  }

  /** Returns how much state there would be, in bytes. */
  public long bytes() {
    return bytes;
  }

  /** Returns how much Juju keeps, in bytes. */
  public long limit() {
    return limit;
  }

  /** Returns how many bytes the value of each key would take. */
  public Map<String, Integer> sizes() {
    return sizes;
  }

  private static String named(String key) {
    return key.startsWith(Stored.PREFIX)
        ? "stored state \"" + key.substring(Stored.PREFIX.length()) + "\""
        : "\"" + key + "\"";
  }

  private static String largest(Map<String, Integer> sizes) {
    String largest = "";
    int most = -1;
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      if (size.getValue() > most) {
        largest = size.getKey();
        most = size.getValue();
      }
    }
    return largest;
  }
}
