package dev.charmsignals.testkit.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One settings map as the controller holds it, with the version that others compare. */
final class Databag {

  private final SortedMap<String, String> content = new TreeMap<>();
  private long writes;
  private long hash;
  private boolean hashed;

  /** Changes some keys, the empty string deleting one; returns whether anything differed. */
  boolean merge(Map<String, String> changes) {
    boolean changed = false;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      String value = change.getValue();
      String before =
          value.isEmpty() ? content.remove(change.getKey()) : content.put(change.getKey(), value);
      changed |= !value.equals(before == null ? "" : before);
    }
    if (changed) {
      writes++;
      hashed = false;
    }
    return changed;
  }

  /** Forgets everything and holds this, as when a unit enters a scope again. */
  void replace(Map<String, String> next) {
    content.clear();
    content.putAll(next);
    writes++;
    hashed = false;
  }

  boolean holds(Map<String, String> copy) {
    return content.equals(copy);
  }

  SortedMap<String, String> content() {
    return new TreeMap<>(content);
  }

  /** Returns what change detection compares: 0 for a bag that was never written. */
  long version(JujuFlavour flavour) {
    if (writes == 0) {
      return 0;
    }
    if (!flavour.comparesContent()) {
      return writes;
    }
    if (!hashed) {
      hash = contentHash();
      hashed = true;
    }
    return hash;
  }

  private long contentHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, String> entry : content.entrySet()) {
        digest.update((entry.getKey() + " ").getBytes(StandardCharsets.UTF_8));
        digest.update((entry.getValue() + " ").getBytes(StandardCharsets.UTF_8));
      }
      byte[] hash = digest.digest();
      long version = 0;
      for (int i = 0; i < 4; i++) {
        version = version << 8 | hash[i] & 0xff;
      }
      return version;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
